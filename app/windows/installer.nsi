; The setup program. Per user: no administrator is needed. build.sh calls it:
;   makensis -DVERSION=0.1.0 -DFILES=FOLDER -DKILOBYTES=30000 -DLIST=files.nsh -DOUT=gridbook-setup-0.1.0.exe \
;     -DICON=gridbook.ico -DLICENCE=LICENSE installer.nsi
; Silent: gridbook-setup.exe /S [/D=C:\folder]   "uninstall.exe" /S
; An update is the same program run again: it removes the old one first. Settings and books lie elsewhere and stay.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
!include MUI2.nsh
!define NAME "Gridbook"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
Name "网格簿 Gridbook"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "InstallDir"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "网格簿 Gridbook"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "网格簿 Gridbook"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\gridbook.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
LangString RUNNING ${LANG_SIMPCHINESE} "网格簿正在运行，请先关闭，再重试。"
LangString RUNNING ${LANG_ENGLISH} "Gridbook is running. Close it, then try again."

; A program that runs holds its file: nothing is half replaced.
!macro WaitUntilClosed
again:
    IfFileExists "$INSTDIR\gridbook.exe" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\gridbook.exe" a
    IfErrors 0 open
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Abort
open:
    FileClose $0
closed:
!macroend

Section
    !insertmacro WaitUntilClosed
    ReadRegStr $1 HKCU "Software\${NAME}" "InstallDir"
    StrCmp $1 "" fresh
    IfFileExists "$1\uninstall.exe" 0 fresh
    ExecWait '"$1\uninstall.exe" /S _?=$1' $2
    IntCmp $2 0 0 stop stop
    Delete "$1\uninstall.exe"
    RMDir "$1"
    Goto fresh
stop:
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
    SetErrorLevel 2
    Abort
fresh:
    SetOutPath "$INSTDIR"
    File /r "${FILES}/*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\网格簿 Gridbook.lnk" "$INSTDIR\gridbook.exe"
    CreateShortcut "$DESKTOP\网格簿.lnk" "$INSTDIR\gridbook.exe"
    WriteRegStr HKCU "Software\${NAME}" "InstallDir" "$INSTDIR"
    WriteRegStr HKCU "${KEY}" "DisplayName" "网格簿 Gridbook"
    WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${KEY}" "Publisher" "Gridbook"
    WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${KEY}" "NoModify" 1
    WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
    WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\gridbook.exe"
    WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    ; A double click on a book opens it.
    WriteRegStr HKCU "Software\Classes\.gridbook" "" "Gridbook.Book"
    WriteRegStr HKCU "Software\Classes\Gridbook.Book" "" "网格簿"
    WriteRegStr HKCU "Software\Classes\Gridbook.Book\DefaultIcon" "" "$INSTDIR\gridbook.exe,1"
    WriteRegStr HKCU "Software\Classes\Gridbook.Book\shell\open\command" "" '"$INSTDIR\gridbook.exe" "%1"'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section "Uninstall"
    !insertmacro WaitUntilClosed
    ; Only what was installed, by name: a book that somebody put into this folder stays.
    !include "${LIST}"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\网格簿 Gridbook.lnk"
    Delete "$DESKTOP\网格簿.lnk"
    DeleteRegKey HKCU "${KEY}"
    DeleteRegKey HKCU "Software\Classes\Gridbook.Book"
    ReadRegStr $0 HKCU "Software\Classes\.gridbook" ""
    StrCmp $0 "Gridbook.Book" 0 +2
    DeleteRegKey HKCU "Software\Classes\.gridbook"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    DeleteRegValue HKCU "Software\${NAME}" "InstallDir" ; the user's settings stay
    DeleteRegKey /ifempty HKCU "Software\${NAME}"
SectionEnd
