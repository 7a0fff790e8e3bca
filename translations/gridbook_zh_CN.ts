<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AccessLog</name>
    <message>
        <source>Access log: lines %1 to %2 are missing.</source>
        <translation>访问留痕：缺少第%1至%2条。</translation>
    </message>
    <message>
        <source>Access log: line %1 (%2, %3) was changed outside this program.</source>
        <translation>访问留痕：第%1条（%2，%3）在本程序之外被改动。</translation>
    </message>
    <message>
        <source>Access log: the number of its last line was changed outside this program.</source>
        <translation>访问留痕：末条编号在本程序之外被改动。</translation>
    </message>
    <message>
        <source>Access log: it was stamped anew outside this program.</source>
        <translation>访问留痕：在本程序之外被重新加盖校验。</translation>
    </message>
</context>
<context>
    <name>ActionMenu</name>
    <message>
        <source>Void…</source>
        <translation>作废…</translation>
    </message>
    <message>
        <source>Void %1</source>
        <translation>作废%1</translation>
    </message>
    <message numerus="yes">
        <source>Void %n record(s) of %1</source>
        <translation>
            <numerusform>作废%1的%n条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason; it stands in the history. Nothing is deleted.</source>
        <translation>原因，记入变更历史；记录不会删除。</translation>
    </message>
    <message>
        <source>Entered twice</source>
        <translation>重复录入</translation>
    </message>
    <message>
        <source>Entered by mistake</source>
        <translation>录入有误</translation>
    </message>
    <message numerus="yes">
        <source>Voided %n record(s). Undo with Ctrl+Z.</source>
        <translation>
            <numerusform>已作废%n条记录。按Ctrl+Z撤销。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>No secretary since %1, longer than three months: fill the post.</source>
        <translation>自%1起没有书记，已超过三个月，请尽快配备。</translation>
    </message>
    <message>
        <source>No secretary since %1.</source>
        <translation>自%1起没有书记。</translation>
    </message>
    <message>
        <source>Fewer than %1 full members: no committee, only a secretary and perhaps a deputy (now %2 seats).</source>
        <translation>正式党员不足%1人，不设支委会，只设书记，必要时设副书记（现有%2人）。</translation>
    </message>
    <message>
        <source>%1 full members or more have a committee of 3 to 5 (now %2 seats).</source>
        <translation>正式党员%1人以上的，应设3至5人的支委会（现有%2人）。</translation>
    </message>
    <message>
        <source>A branch committee has 3 to 5 seats, 7 at most (now %1).</source>
        <translation>支委会由3至5人组成，一般不超过7人（现有%1人）。</translation>
    </message>
    <message>
        <source>The term ends on %1, in %2 months: ask the superior for the election.</source>
        <translation>本届%1届满，还有%2个月，请向上级党组织请示换届。</translation>
    </message>
    <message>
        <source>The term ended on %1: hold the election, or have an extension approved.</source>
        <translation>本届已于%1届满，请换届选举，或报批延期。</translation>
    </message>
    <message>
        <source>No term is on record: enter the last election.</source>
        <translation>没有届次记录，请登记最近一次选举。</translation>
    </message>
    <message>
        <source>%1 full members; a branch needs %2. Join it with another branch.</source>
        <translation>正式党员%1人，成立党支部须有%2人，可与其他支部联合。</translation>
    </message>
    <message>
        <source>%1 members; a branch has at most %2. Divide it under a general branch.</source>
        <translation>党员%1人，党支部一般不超过%2人，可设党总支、分设支部。</translation>
    </message>
    <message>
        <source>%1 members; above %2 a committee can be set up with the superior&apos;s approval.</source>
        <translation>党员%1人，超过%2人的，经上级批准可设党委。</translation>
    </message>
    <message>
        <source>%1 has %2 full members and no branch: from %3 on it should have one.</source>
        <translation>%1有正式党员%2人而没有党支部；满%3人的应建立党支部。</translation>
    </message>
    <message>
        <source>“%1” is left with %2 full members; a branch needs %3.</source>
        <translation>“%1”将只剩%2名正式党员，支部须有%3名。</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Type it once more, to be sure.</source>
        <translation>请再输入一次，以防输错。</translation>
    </message>
    <message>
        <source>The two were not the same. Type it again.</source>
        <translation>两次输入不一致，请重新输入。</translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s)</source>
        <translation>
            <numerusform>还差 %n 个字符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backup</name>
    <message>
        <source>The backup could not be written to %1. Check that the disk has space and that you may write there.</source>
        <translation>备份无法写入%1。请检查磁盘空间和写入权限。</translation>
    </message>
    <message>
        <source>The file is damaged or is not a book.</source>
        <translation>文件已损坏，或者不是社区册。</translation>
    </message>
</context>
<context>
    <name>Book</name>
    <message>
        <source>There is no file %1. Was it moved or renamed?</source>
        <translation>找不到文件%1，是否已移动或改名？</translation>
    </message>
    <message>
        <source>You may not read %1. Ask for the right to read it.</source>
        <translation>没有读取%1的权限，请申请读取权限。</translation>
    </message>
    <message>
        <source>%1 is not a Gridbook file. Nothing was changed in it.</source>
        <translation>%1不是网格簿的文件，未作任何改动。</translation>
    </message>
    <message>
        <source>%1 is empty or cut off: it is not a book. Open the latest backup instead.</source>
        <translation>%1是空文件或不完整，不是社区册。请打开最近的备份。</translation>
    </message>
    <message>
        <source>The book %1 is damaged. It was left as it is; open the latest backup from the folder “%2”.</source>
        <translation>社区册%1已损坏，文件保持原样。请从文件夹“%2”打开最近的备份。</translation>
    </message>
    <message>
        <source>This book was written by a newer Gridbook. Install the newer version to open it; the book was left as it is.</source>
        <translation>这本社区册由更新版本的网格簿写成，文件保持原样。请安装新版本后打开。</translation>
    </message>
    <message>
        <source>There is already a file %1. Choose another name.</source>
        <translation>已有文件%1，请换一个名称。</translation>
    </message>
    <message>
        <source>The file is read-only; it was opened for reading.</source>
        <translation>文件是只读的，已按只读方式打开。</translation>
    </message>
    <message>
        <source>This book is of an older version and must be brought up to date first, which needs the right to write it. %1</source>
        <translation>这本社区册是旧版本，须先升级，升级需要写入权限。%1</translation>
    </message>
    <message>
        <source>%1 no. %2 was put in outside this program.</source>
        <translation>%1第%2号是在本程序之外加入的。</translation>
    </message>
    <message>
        <source>%1 no. %2 was taken out outside this program.</source>
        <translation>%1第%2号是在本程序之外取走的。</translation>
    </message>
    <message>
        <source>%1 no. %2 was removed or brought back outside this program.</source>
        <translation>%1第%2号是在本程序之外作废或恢复的。</translation>
    </message>
    <message>
        <source>%1 no. %2: “%3” was changed outside this program.</source>
        <translation>%1第%2号：“%3”在本程序之外被改动。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>文件：%1</translation>
    </message>
    <message>
        <source>Checking the journal</source>
        <translation>正在检查日志</translation>
    </message>
    <message>
        <source>Checking the records against the journal</source>
        <translation>正在对照日志检查各条记录</translation>
    </message>
    <message>
        <source>Notes and further entries are sealed in the book from now on. Backups made before today still hold them readable: keep them as safely as paper, or delete them when they are no longer needed.</source>
        <translation>备注等内容从现在起加密保存。今天以前的备份中仍是明文：请像纸质材料一样保管，不再需要时删除。</translation>
    </message>
    <message>
        <source>The book %1 is damaged. It was left as it is. No backups lie beside it; open the latest one from the folder that they are kept in.</source>
        <translation>册子 %1 已损坏，文件保持原样。旁边没有备份，请到备份所在的文件夹打开最近的一份。</translation>
    </message>
    <message>
        <source>The book is open for reading only, so who looked cannot be logged. Numbers are shown in full only where the book is open for writing.</source>
        <translation>本册以只读方式打开，无法留痕。只有在可写方式打开的窗口中才能显示完整号码。</translation>
    </message>
    <message>
        <source>File: guards were taken out, changed or put in outside this program: %1.</source>
        <translation>文件：保护数据的触发器在本程序之外被删除、改动或加入：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>BookLock</name>
    <message>
        <source>You may not write in the folder of this book. It can be opened for reading only.</source>
        <translation>没有这本社区册所在文件夹的写入权限，只能以只读方式打开。</translation>
    </message>
    <message>
        <source>%1 on %2 has had this book open since %3. It can be opened for reading only.</source>
        <translation>%1在%2上自%3起打开着这本社区册，现在只能以只读方式打开。</translation>
    </message>
</context>
<context>
    <name>BuildingMoves</name>
    <message>
        <source>%1 was put into a grid on %2; choose a later day, or correct that entry.</source>
        <translation>%1已于%2划入网格，请选更晚的日期，或更正那条记录。</translation>
    </message>
    <message>
        <source>%1 already lies in this grid.</source>
        <translation>%1已在此网格。</translation>
    </message>
    <message>
        <source>Choose at least one building.</source>
        <translation>请至少选择一幢楼。</translation>
    </message>
    <message>
        <source>The buildings that leave have more households on record than the grid: count again.</source>
        <translation>划出楼栋登记的户数多于网格户数，请重新核实。</translation>
    </message>
    <message>
        <source>%1 of the buildings have no number of households on record; they count as none.</source>
        <translation>有%1幢楼没有登记户数，按0户计。</translation>
    </message>
    <message>
        <source>The grid belongs to %1, but %2 to %3. The buildings will count with %1.</source>
        <translation>该网格属于%1，而%2属于%3。这些楼栋将计入%1。</translation>
    </message>
    <message>
        <source>“%1” is not a range of buildings. Write it like 1-10幢.</source>
        <translation>“%1”不是楼栋范围，请写作1-10幢。</translation>
    </message>
    <message>
        <source>Enter the buildings, for example 1-10幢.</source>
        <translation>请填写楼栋，例如1-10幢。</translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Bulk edit</source>
        <translation>批量修改</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Restored version</source>
        <translation>恢复旧版</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>建册</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>……另有%1项</translation>
    </message>
    <message>
        <source>Brought up to date</source>
        <translation>升级</translation>
    </message>
</context>
<context>
    <name>CitizenId</name>
    <message>
        <source>The ID number is missing.</source>
        <translation>未填公民身份号码。</translation>
    </message>
    <message>
        <source>The ID number has %1 characters instead of 18. Compare it with the ID card and complete it.</source>
        <translation>公民身份号码应为18位，现有%1位。请对照身份证补正。</translation>
    </message>
    <message>
        <source>A spreadsheet turned this ID number into a rounded number; its last digits are lost. Type it again from the ID card.</source>
        <translation>号码已被表格软件改为数字，末几位丢失。请对照身份证重新录入。</translation>
    </message>
    <message>
        <source>Character 18 of the ID number is “%1”; only a digit or X can stand there. Correct it.</source>
        <translation>公民身份号码第18位是“%1”，只能是数字或X，请更正。</translation>
    </message>
    <message>
        <source>An ID number cannot begin with “%1”. Compare it with the ID card.</source>
        <translation>公民身份号码不能以“%1”开头，请对照身份证核对。</translation>
    </message>
    <message>
        <source>Character %2 of the ID number is “%1”; only a digit can stand there. Correct it.</source>
        <translation>公民身份号码第%2位是“%1”，只能是数字，请更正。</translation>
    </message>
    <message>
        <source>Digits 7 to 14 of the ID number (%1) are the birth date, and this day does not exist. Compare them with the ID card.</source>
        <translation>公民身份号码第7至14位（%1）是出生日期，但没有这一天。请对照身份证核对。</translation>
    </message>
    <message>
        <source>The birth date in the ID number, %1, lies in the future. Compare digits 7 to 14 with the ID card.</source>
        <translation>公民身份号码中的出生日期%1晚于今天。请对照身份证核对第7至14位。</translation>
    </message>
    <message>
        <source>The check digit is %1 but must be %2: one of the digits is mistyped. Compare all with the ID card.</source>
        <translation>校验码是%1，应为%2：有一位数字录错。请对照身份证逐位核对。</translation>
    </message>
    <message>
        <source>By this ID number the person was born on %1, more than %2 years ago. Check digits 7 to 10.</source>
        <translation>按此号码出生于%1，已超过%2年。请核对第7至10位。</translation>
    </message>
    <message>
        <source>“%1” does not fit this kind of document: %2.</source>
        <translation>“%1”不符合这种证件的号码规则：%2。</translation>
    </message>
    <message>
        <source>the number of a residence permit begins with 81, 82 or 83</source>
        <translation>居住证号码以81、82或83开头</translation>
    </message>
    <message>
        <source>a passport number is 6 to 12 letters and digits</source>
        <translation>护照号码为6至12位字母和数字</translation>
    </message>
    <message>
        <source>it is H or M with 8 or 10 digits</source>
        <translation>应为H或M加8位或10位数字</translation>
    </message>
    <message>
        <source>it is 8 or 10 digits</source>
        <translation>应为8位或10位数字</translation>
    </message>
    <message>
        <source>it is 3 letters with 12 digits, or 18 digits that begin with 9</source>
        <translation>应为3位字母加12位数字，或以9开头的18位数字</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>The number of a document has 4 to 30 letters and digits. Copy it from the card.</source>
        <translation>证件号码为4至30位字母和数字，请照证件填写。</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹%1。</translation>
    </message>
    <message>
        <source>write a verified copy of the book into a folder</source>
        <translation>把社区册备份到文件夹，并加以校验</translation>
    </message>
    <message>
        <source>The book may be in use meanwhile. Prints the path of the copy.</source>
        <translation>备份时社区册可以正在使用。输出备份文件的路径。</translation>
    </message>
    <message>
        <source>All is well.</source>
        <translation>一切正常。</translation>
    </message>
    <message>
        <source>Changes nothing. Exit code 1 and one line each if something is found.</source>
        <translation>不作任何改动。发现问题时退出码为1，每个问题一行。</translation>
    </message>
    <message>
        <source>print one JSON object</source>
        <translation>输出一个JSON对象</translation>
    </message>
    <message>
        <source>no progress on the standard error</source>
        <translation>不在标准错误输出上显示进度</translation>
    </message>
    <message>
        <source>the passphrase is the first line of this file (else the environment variable GRIDBOOK_PASSPHRASE)</source>
        <translation>口令是此文件的第一行（否则取环境变量GRIDBOOK_PASSPHRASE）</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 done with findings, 2 wrong command line, 3 a book or file cannot be opened, 4 failed.</source>
        <translation>退出码：0 完成，1 完成但发现问题，2 命令行有误，3 社区册或文件打不开，4 失败。</translation>
    </message>
    <message>
        <source>Usage: gridbook-cli COMMAND ARGUMENTS [OPTIONS]</source>
        <translation>用法：gridbook-cli 命令 参数 [选项]</translation>
    </message>
    <message>
        <source>gridbook-cli COMMAND --help tells more.</source>
        <translation>详见 gridbook-cli 命令 --help。</translation>
    </message>
    <message>
        <source>Usage: gridbook-cli %1 %2 [OPTIONS]</source>
        <translation>用法：gridbook-cli %1 %2 [选项]</translation>
    </message>
    <message>
        <source>%1 needs %2. See gridbook-cli %1 --help.</source>
        <translation>%1 缺少 %2。见 gridbook-cli %1 --help。</translation>
    </message>
    <message>
        <source>There is no command “%1”. See gridbook-cli --help.</source>
        <translation>没有命令“%1”。见 gridbook-cli --help。</translation>
    </message>
    <message>
        <source>%1 is no day. Write it like 2026-09-30.</source>
        <translation>%1不是日期，请写作2026-09-30。</translation>
    </message>
    <message>
        <source>The file %1 with the passphrase cannot be read.</source>
        <translation>无法读取口令文件%1。</translation>
    </message>
    <message>
        <source>Made %1.</source>
        <translation>已建立%1。</translation>
    </message>
    <message>
        <source>make a book with made-up people to try everything with</source>
        <translation>建立示范社区册，人员均为虚构，供试用</translation>
    </message>
    <message>
        <source>The figures on 2026-09-30 are those of the published account of 凤翔区城关镇; the people are nobody.</source>
        <translation>2026年9月30日的数字与公开报道的凤翔区城关镇一致，人员均为虚构。</translation>
    </message>
    <message>
        <source>%1 has no column “%2”. It has: %3</source>
        <translation>%1没有“%2”这一列。可用的列：%3</translation>
    </message>
    <message>
        <source>%1 has no scope “%2”. It has: %3</source>
        <translation>%1没有范围“%2”。可用的范围：%3</translation>
    </message>
    <message>
        <source>--full writes ID numbers, phones and addresses in the clear: say what for with --purpose TEXT. It is logged in the book.</source>
        <translation>--full 会以明文写出身份号码、电话和住址：请用 --purpose 说明用途，用途会记入社区册。</translation>
    </message>
    <message>
        <source>There is no registry “%1”. There are: %2</source>
        <translation>没有台账“%1”。现有台账：%2</translation>
    </message>
    <message>
        <source>A full export must be logged in the book, but the book cannot be written now. %1</source>
        <translation>明文导出须在社区册中留痕，而社区册现在不能写入。%1</translation>
    </message>
    <message>
        <source>%1: %2 rows written to %3</source>
        <translation>%1：已写出%2行到%3</translation>
    </message>
    <message>
        <source>as the book was on this day; today if not given</source>
        <translation>按这一天的情况；不填为今天</translation>
    </message>
    <message>
        <source>which records: current, all …</source>
        <translation>哪些记录：current、all……</translation>
    </message>
    <message>
        <source>these columns in this order</source>
        <translation>按此顺序写出这些列</translation>
    </message>
    <message>
        <source>every column</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>ID numbers, phones and addresses in the clear; needs --purpose</source>
        <translation>身份号码、电话和住址不遮蔽；须同时用 --purpose</translation>
    </message>
    <message>
        <source>what a full export is for; it is logged in the book</source>
        <translation>明文导出的用途，会记入社区册</translation>
    </message>
    <message>
        <source>write a registry as .xlsx or .csv</source>
        <translation>把台账写成 .xlsx 或 .csv</translation>
    </message>
    <message>
        <source>Registries: %1</source>
        <translation>台账：%1</translation>
    </message>
    <message>
        <source>also write sample rosters into this folder, to try the import with</source>
        <translation>同时在此文件夹写出样例花名册，供试用导入</translation>
    </message>
    <message>
        <source>“%1” is no key of a number. Keys look like members.total@2026-09-30.</source>
        <translation>“%1”不是数字的键，键形如 members.total@2026-09-30。</translation>
    </message>
    <message>
        <source>the rule, the rows and the near misses of one number</source>
        <translation>某个数字的口径、明细和临界未计入的记录</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1无法写入。</translation>
    </message>
    <message>
        <source>Say which quarter: --quarter 2026Q3.</source>
        <translation>请注明季度：--quarter 2026Q3。</translation>
    </message>
    <message>
        <source>Say where to: --out FILE.xlsx or FILE.txt. A PDF is painted by the window program: gridbook --report BOOK --quarter QUARTER --out FILE.pdf.</source>
        <translation>请注明输出文件：--out 文件.xlsx 或 文件.txt。PDF由窗口程序绘制：gridbook --report 社区册 --quarter 季度 --out 文件.pdf。</translation>
    </message>
    <message>
        <source>The report for %1 was written to %2</source>
        <translation>%1的报告已写到%2</translation>
    </message>
    <message>
        <source>for example 2026Q3</source>
        <translation>例如2026Q3</translation>
    </message>
    <message>
        <source>FILE.xlsx or FILE.txt</source>
        <translation>文件.xlsx 或 文件.txt</translation>
    </message>
    <message>
        <source>who reports; else the top organization of the book</source>
        <translation>报告单位；不填为本册最上级的党组织</translation>
    </message>
    <message>
        <source>to whom; else the street above</source>
        <translation>主送单位；不填为上级街道</translation>
    </message>
    <message>
        <source>write the quarterly report</source>
        <translation>写出季度报告</translation>
    </message>
    <message>
        <source>the language of the messages; that of the system if not given</source>
        <translation>提示信息的语言；不写则随系统</translation>
    </message>
    <message>
        <source>the 12-digit code of the community</source>
        <translation>社区的12位统计用区划代码</translation>
    </message>
    <message>
        <source>the rules of a place to begin with: %1</source>
        <translation>起始采用的本地标准：%1</translation>
    </message>
    <message>
        <source>make an empty book for a community</source>
        <translation>为一个社区新建空册</translation>
    </message>
    <message>
        <source>A file that exists already is left as it is.</source>
        <translation>已有的文件保持原样。</translation>
    </message>
    <message>
        <source>--policy is fill, overwrite or skip.</source>
        <translation>--policy只能是fill、overwrite或skip。</translation>
    </message>
    <message>
        <source>--transfers is transfer or keep.</source>
        <translation>--transfers只能是transfer或keep。</translation>
    </message>
    <message>
        <source>row %1: %2</source>
        <translation>第%1行：%2</translation>
    </message>
    <message>
        <source>row %1, %2: %3</source>
        <translation>第%1行，%2：%3</translation>
    </message>
    <message>
        <source>--means %1: the file asks about no such text.</source>
        <translation>--means %1：文件中没有需要确认的这项内容。</translation>
    </message>
    <message>
        <source>%1 “%2” (%3 rows): %4</source>
        <translation>%1“%2”（%3行）：%4</translation>
    </message>
    <message>
        <source>%1: %2 new, %3 changed, %4 the same, %5 to decide, %6 wrong, %7 skipped</source>
        <translation>%1：新增%2，变更%3，相同%4，待定%5，有误%6，跳过%7</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>未写入任何内容。</translation>
    </message>
    <message>
        <source>Written: %1 new, %2 changed.</source>
        <translation>已写入：新增%1，变更%2。</translation>
    </message>
    <message>
        <source>The rows to be corrected stand in %1</source>
        <translation>需更正的行已存入%1</translation>
    </message>
    <message>
        <source>There is no registry “%1”.</source>
        <translation>没有台账“%1”。</translation>
    </message>
    <message>
        <source>what the rows are: member, grid …; found out if not given</source>
        <translation>行的种类：member、grid等；不写则自动判断</translation>
    </message>
    <message>
        <source>only say what would happen</source>
        <translation>只说明会发生什么，不写入</translation>
    </message>
    <message>
        <source>where the roster names another branch: transfer or keep; not taken in if not given</source>
        <translation>花名册上的支部不同时：transfer（按调动）或keep（保留原支部）；不写则不导入该行</translation>
    </message>
    <message>
        <source>make branches, groups and grids that the book does not know</source>
        <translation>新建册中没有的支部、小组和网格</translation>
    </message>
    <message>
        <source>what a text of the file means that is in no list: a name of the book, + (make it), +NAME (make it under this name), - (leave it out), note; as often as needed</source>
        <translation>文件中未列入的内容的含义：册中的名称、+（新建）、+名称（以此名新建）、-（不要）、note（记入备注）；可多次使用</translation>
    </message>
    <message>
        <source>the day of the roster; from its title if not given, else today</source>
        <translation>花名册的日期；不写则取自标题，标题没有则为今天</translation>
    </message>
    <message>
        <source>write the rows that were not taken in here, marked, to be corrected</source>
        <translation>把未导入的行标注后写到此文件，以便更正</translation>
    </message>
    <message>
        <source>take in a roster (.xlsx or .csv)</source>
        <translation>导入花名册（.xlsx或.csv）</translation>
    </message>
    <message>
        <source>The rows are written in one step, which the window can take back; rows that are wrong or need a decision are left out, and the exit code is then 1. A backup is made first.</source>
        <translation>全部行一次写入，可在窗口中撤销；有误或待定的行不写入，此时退出码为1。导入前先备份。</translation>
    </message>
    <message>
        <source>%1 is still to come: figures can be had up to today, %2.</source>
        <translation>%1还没有到，只能取到今天（%2）的数。</translation>
    </message>
    <message>
        <source>%1 (who joined lately was admitted, the others transferred in)</source>
        <translation>%1（新近入党的为发展党员，其余为转入）</translation>
    </message>
    <message>
        <source>--increase is one of: %1.</source>
        <translation>--increase 可取：%1。</translation>
    </message>
    <message>
        <source>--accept-differences needs a reason, and excludes --trust-numbers.</source>
        <translation>--accept-differences 须写理由，且不能与 --trust-numbers 同用。</translation>
    </message>
    <message>
        <source>Warnings: %1, of which the first %2:</source>
        <translation>提醒共%1条，前%2条：</translation>
    </message>
    <message>
        <source>take dates that can be read in two ways as they were read</source>
        <translation>有两种读法的日期按识别结果采用</translation>
    </message>
    <message>
        <source>take birth dates and sexes as typed where the ID number says otherwise; the reason is noted</source>
        <translation>出生日期、性别与身份证号不一致时以名册为准，理由记入备注</translation>
    </message>
    <message>
        <source>take birth dates and sexes from the ID number where they differ</source>
        <translation>出生日期、性别与身份证号不一致时以身份证号为准</translation>
    </message>
    <message>
        <source>%1 takes %2 and nothing more: “%3” is too much. See gridbook-cli %1 --help.</source>
        <translation>%1 只需要 %2，“%3”是多余的。参见 gridbook-cli %1 --help。</translation>
    </message>
    <message>
        <source>--language is zh or en.</source>
        <translation>--language 只能是 zh 或 en。</translation>
    </message>
    <message>
        <source>A quarter that still runs is reported as of today; one that has not begun, or was over before the roll of the book begins, is refused.</source>
        <translation>未结束的季度按今天计算；尚未开始的季度和名册开始之前已结束的季度不出报告。</translation>
    </message>
    <message>
        <source>%1 members come to a book that had members before. Say how they came with --increase CODE: %2. Nothing was written.</source>
        <translation>有%1名党员要进入已有党员的册子。请用 --increase CODE 说明增加方式：%2。未写入任何内容。</translation>
    </message>
    <message>
        <source>where the book knows the record: fill (what is empty; usual), overwrite (who had left is then taken in again, as --increase says), skip</source>
        <translation>册子已有该记录时：fill（只补空项，默认）、overwrite（采用名册；已离册的按 --increase 重新在册）、skip（略过）</translation>
    </message>
    <message>
        <source>how members came to a book that had members before, anew or again: 0 opening of the book, 1 admitted, 3 transferred in …, auto; has to be said then</source>
        <translation>进入已有党员的册子时（新增或重新在册）的增加方式：0 建账期初、1 发展党员、3 转入……、auto；此时必须写明</translation>
    </message>
    <message>
        <source>%1: these columns are not read: %2</source>
        <translation>%1：以下列未读取：%2</translation>
    </message>
    <message>
        <source>the tables of the report too, as they are printed; --json always has them</source>
        <translation>同时列出报告各表，与打印一致；--json 总是包含各表</translation>
    </message>
    <message>
        <source>the headline figures and the checks, and the tables of the report</source>
        <translation>主要指标和校核，以及报告各表</translation>
    </message>
    <message>
        <source>With --json every number that is counted comes with its key, which --key opens: members.total@2026-09-30.</source>
        <translation>使用 --json 时，每个计数都带有键，可用 --key 打开：members.total@2026-09-30。</translation>
    </message>
    <message>
        <source>check the file and its guards, the journal, the access log and every record</source>
        <translation>检查文件及其保护、操作日志、访问留痕和每条记录</translation>
    </message>
</context>
<context>
    <name>CreditCode</name>
    <message>
        <source>The credit code is missing.</source>
        <translation>未填统一社会信用代码。</translation>
    </message>
    <message>
        <source>The credit code has %1 characters instead of 18. Take it from the certificate; older numbers of 9 or 15 digits are no longer used.</source>
        <translation>统一社会信用代码应为18位，现有%1位。请按证书填写，旧的9位或15位号码已停用。</translation>
    </message>
    <message>
        <source>Character %1 of the credit code is “%2”, which cannot stand in it (nor can I, O, S, V, Z). Correct it.</source>
        <translation>统一社会信用代码第%1位是“%2”，代码中不会出现此字符（也没有I、O、S、V、Z）。请更正。</translation>
    </message>
    <message>
        <source>The last character of the credit code is %1 but must be %2: one of the characters is mistyped. Compare all with the certificate.</source>
        <translation>统一社会信用代码末位是%1，应为%2：有一位录错。请对照证书逐位核对。</translation>
    </message>
</context>
<context>
    <name>DatedRows</name>
    <message>
        <source>The day is missing.</source>
        <translation>未填日期。</translation>
    </message>
    <message>
        <source>What is in force began on %1, not before %2. Choose a later day, or correct the earlier entry.</source>
        <translation>现行记录自%1起，不早于%2。请选更晚的日期，或更正先前的记录。</translation>
    </message>
    <message>
        <source>It already ended on %1; it cannot be changed from %2 on.</source>
        <translation>已于%1终止，不能自%2起变更。</translation>
    </message>
    <message>
        <source>The record no longer exists. Reload the list.</source>
        <translation>这条记录已不存在，请刷新列表。</translation>
    </message>
    <message>
        <source>What is in force cannot be continued by another entry.</source>
        <translation>现有记录不能由另一条接续。</translation>
    </message>
    <message>
        <source>The group does not belong to the branch. Choose one that does.</source>
        <translation>该党小组不属于这个支部，请另选。</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>The date is missing.</source>
        <translation>未填日期。</translation>
    </message>
    <message>
        <source>“%1” is not a date. Write it as 2021-07-01, or 2021-07 if the day is not known.</source>
        <translation>“%1”不是日期。请写作2021-07-01，不知道日的写作2021-07。</translation>
    </message>
    <message>
        <source>“%1”: the year %2 cannot be right. Correct the date.</source>
        <translation>“%1”：年份%2不合理，请更正。</translation>
    </message>
    <message>
        <source>“%1”: there is no month %2. Correct the date.</source>
        <translation>“%1”：没有%2月，请更正。</translation>
    </message>
    <message>
        <source>“%1”: month %2 of %3 has only %4 days. Correct the date.</source>
        <translation>“%1”：%3年%2月只有%4天，请更正。</translation>
    </message>
    <message>
        <source>The year has two digits; it was read as %1. Please confirm.</source>
        <translation>年份只有两位，读作%1，请确认。</translation>
    </message>
    <message>
        <source>A number cell cannot hold the last zero, so this can be January or October; it was read as %1. Please confirm.</source>
        <translation>数字单元格存不住末尾的零，可能是1月或10月；读作%1，请确认。</translation>
    </message>
    <message>
        <source>The six digits were read as year and month, %1. Please confirm.</source>
        <translation>六位数字读作年月%1，请确认。</translation>
    </message>
    <message>
        <source>Month and day or the century can be read in two ways; it was read as %1. Please confirm.</source>
        <translation>月日或世纪有两种读法，读作%1，请确认。</translation>
    </message>
    <message>
        <source>A spreadsheet&apos;s day number; it was read as %1. Please confirm.</source>
        <translation>这是表格软件的日期序号，读作%1，请确认。</translation>
    </message>
</context>
<context>
    <name>DemoBook</name>
    <message>
        <source>There is something in this book already. Make a new one for the demonstration.</source>
        <translation>这本社区册已有内容。请另建一本用于示范。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>Making communities, grids and buildings</source>
        <translation>正在建立社区、网格和楼栋</translation>
    </message>
    <message>
        <source>Making organisations</source>
        <translation>正在建立党组织</translation>
    </message>
    <message>
        <source>Making members</source>
        <translation>正在建立党员</translation>
    </message>
    <message>
        <source>The demonstration could not be made.</source>
        <translation>示范社区册未能建立。</translation>
    </message>
    <message>
        <source>Making the year&apos;s changes</source>
        <translation>正在生成一年的变动</translation>
    </message>
    <message>
        <source>Making a big book</source>
        <translation>正在生成大册</translation>
    </message>
    <message>
        <source>A big book needs an empty book and between 1 and 2,000,000 members.</source>
        <translation>大册须从空册建立，党员数为1至2000000。</translation>
    </message>
    <message>
        <source>Writing sample rosters</source>
        <translation>正在写出样例花名册</translation>
    </message>
</context>
<context>
    <name>Drafts</name>
    <message>
        <source>The draft could not be kept beside the book. Save your work soon; check the disk and the rights to the folder.</source>
        <translation>草稿无法保存在社区册旁。请尽快保存，并检查磁盘和文件夹权限。</translation>
    </message>
    <message>
        <source>The draft could not be read.</source>
        <translation>草稿无法读取。</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Merged with the same post of the same person.</source>
        <translation>与同一人的相同任职合并。</translation>
    </message>
    <message>
        <source>The two were merged after all.</source>
        <translation>两者最终合并。</translation>
    </message>
    <message>
        <source>%1 was merged or removed meanwhile. Reload the list.</source>
        <translation>%1其间已合并或作废，请刷新列表。</translation>
    </message>
    <message>
        <source>Choose two different people.</source>
        <translation>请选择两个不同的人。</translation>
    </message>
    <message>
        <source>Merged with another record of the same person.</source>
        <translation>与同一人的另一条记录合并。</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>导出已取消，没有写出文件。</translation>
    </message>
    <message>
        <source>There is nothing to export: choose at least one column.</source>
        <translation>没有可导出的内容，请至少选一列。</translation>
    </message>
    <message>
        <source>This list has no column “%1”.</source>
        <translation>此列表没有“%1”这一列。</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>正在写出%1</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Reading members</source>
        <translation>正在读取党员</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>This number is not known to this version of the program.</source>
        <translation>本版本的程序不认识这个数字。</translation>
    </message>
    <message>
        <source>%1 has not begun: it can be reported from %2 on. The last quarter is %3.</source>
        <translation>%1尚未开始，%2起才能出报告；上一季度是%3。</translation>
    </message>
    <message>
        <source>The roll of this book begins on %1: choose a later quarter, the first is %2.</source>
        <translation>本册子的名册自%1开始，请选以后的季度，最早为%2。</translation>
    </message>
    <message>
        <source>There is no number “%1”: the figures of that day have no such line or column.</source>
        <translation>没有数字“%1”：当日的统计中没有这一行或这一列。</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>(not empty)</source>
        <translation>（非空）</translation>
    </message>
</context>
<context>
    <name>FormerValues</name>
    <message>
        <source>Another value holds from an earlier day on.</source>
        <translation>另一值自更早的日期起有效。</translation>
    </message>
    <message>
        <source>Enter the day from which this holds.</source>
        <translation>请填写生效日期。</translation>
    </message>
    <message>
        <source>Merged with another record.</source>
        <translation>已与另一条记录合并。</translation>
    </message>
</context>
<context>
    <name>GridCommands</name>
    <message>
        <source>Enter the day from which this holds.</source>
        <translation>请填写生效日期。</translation>
    </message>
    <message>
        <source>“%1” is not in force on %2. Choose another grid or day.</source>
        <translation>“%1”在%2无效，请另选网格或日期。</translation>
    </message>
    <message>
        <source>%1 resident households, below the band of %2–%3.</source>
        <translation>常住户%1户，低于%2–%3户的标准。</translation>
    </message>
    <message>
        <source>%1 resident households, above the band of %2–%3.</source>
        <translation>常住户%1户，高于%2–%3户的标准。</translation>
    </message>
    <message>
        <source>The person was removed from the book. Choose another.</source>
        <translation>此人已作废，请另选。</translation>
    </message>
    <message>
        <source>“%1” has a leader from %2 on; choose a later day, or correct that entry.</source>
        <translation>“%1”自%2起已有网格长，请选更晚的日期，或更正那条记录。</translation>
    </message>
    <message>
        <source>This person already leads “%1”.</source>
        <translation>此人已是“%1”的网格长。</translation>
    </message>
    <message>
        <source>“%1” was set up on that very day; remove it instead.</source>
        <translation>“%1”即在当日设立，请直接作废。</translation>
    </message>
    <message>
        <source>%1 buildings: %2</source>
        <translation>楼栋%1幢：%2</translation>
    </message>
    <message>
        <source>%1 members: %2</source>
        <translation>党员%1名：%2</translation>
    </message>
    <message>
        <source>%1 party organisations: %2</source>
        <translation>党组织%1个：%2</translation>
    </message>
    <message>
        <source>“%1” cannot be closed yet. Move what still lies in it first (%2).</source>
        <translation>“%1”还不能撤销，请先转出其中的内容（%2）。</translation>
    </message>
    <message>
        <source>“%1” has no community code of 12 digits; a grid code cannot be made from it.</source>
        <translation>“%1”没有12位社区代码，无法编制网格编码。</translation>
    </message>
    <message>
        <source>All 999 numbers of this community are used.</source>
        <translation>本社区的999个序号已全部用完。</translation>
    </message>
    <message>
        <source>“%1” repeats the community, which stands in an entry of its own; “%2” is enough.</source>
        <translation>“%1”重复了社区名，社区另有一栏；写“%2”即可。</translation>
    </message>
    <message>
        <source>The grid has no leader. Appoint one.</source>
        <translation>本网格没有网格长，请任命。</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>gridbook [BOOK] opens the window. Without a window:</source>
        <translation>gridbook [BOOK] 打开窗口。不打开窗口时：</translation>
    </message>
    <message>
        <source>Write the quarterly report of BOOK.</source>
        <translation>写出 BOOK 的季度报告。</translation>
    </message>
    <message>
        <source>The quarter, for example 2026Q3.</source>
        <translation>季度，例如 2026Q3。</translation>
    </message>
    <message>
        <source>FILE.pdf or FILE.xlsx.</source>
        <translation>FILE.pdf 或 FILE.xlsx。</translation>
    </message>
    <message>
        <source>Shoot every page and paper as PNG into DIR.</source>
        <translation>将每个页面和文档拍成 PNG，存入 DIR。</translation>
    </message>
    <message>
        <source>zh or en.</source>
        <translation>zh 或 en。</translation>
    </message>
</context>
<context>
    <name>ImportCells</name>
    <message>
        <source>“%1” is not a date.</source>
        <translation>“%1”不是日期。</translation>
    </message>
    <message>
        <source>The old number of 15 digits became %1. Please compare it with the ID card.</source>
        <translation>15位旧号码已升为%1，请对照身份证核对。</translation>
    </message>
    <message>
        <source>No telephone number in “%1”.</source>
        <translation>“%1”中没有电话号码。</translation>
    </message>
    <message>
        <source>other telephone: %1</source>
        <translation>其他电话：%1</translation>
    </message>
    <message>
        <source>beside the telephone: %1</source>
        <translation>电话旁注：%1</translation>
    </message>
    <message>
        <source>education: %1</source>
        <translation>学历：%1</translation>
    </message>
    <message>
        <source>The cell holds %1 people. Give each of them a row.</source>
        <translation>一格中有%1人，请每人一行。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>The spreadsheet holds a calculation error, %1.</source>
        <translation>表格中有计算错误：%1。</translation>
    </message>
    <message>
        <source>The file shows this entry masked; it is left as the book has it.</source>
        <translation>文件中此项已遮蔽，册中内容保持不变。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>An ID number or a telephone number stands here; it goes into the note, which is sealed.</source>
        <translation>此处有证件号码或电话，将移入加密的备注。</translation>
    </message>
    <message>
        <source>“%1” is taken as “%2”. What stands in brackets is kept in the note; check that it says nothing else.</source>
        <translation>“%1”按“%2”录入。括号内的文字保留在备注中，请核对其中没有别的意思。</translation>
    </message>
</context>
<context>
    <name>ImportGrid</name>
    <message>
        <source>“%1” does not say which estate these buildings belong to. Write the estate before the number, or map a column “小区”.</source>
        <translation>“%1”没有写明楼栋所在小区。请在栋号前写明小区，或对应“小区”列。</translation>
    </message>
    <message>
        <source>“%1” is not resident/registered, as in 800/650.</source>
        <translation>“%1”不是“常住/户籍”的写法，例如800/650。</translation>
    </message>
    <message>
        <source>The cell holds %1 people, but a grid has one leader.</source>
        <translation>一格中有%1人，但一个网格只有一名网格长。</translation>
    </message>
    <message>
        <source>%1 people in one cell.</source>
        <translation>一格中有%1人。</translation>
    </message>
    <message>
        <source>The book has no party organisation “%1”; the grid is taken in without it.</source>
        <translation>册中没有党组织“%1”，该网格照常导入，不含此项。</translation>
    </message>
    <message>
        <source>“%1” could be several party organisations; the grid is taken in without it.</source>
        <translation>“%1”可能是几个党组织，该网格照常导入，不含此项。</translation>
    </message>
    <message>
        <source>The book has no party organisation “%1”; it is made with this grid.</source>
        <translation>册中没有党组织“%1”，将随本网格新建。</translation>
    </message>
</context>
<context>
    <name>ImportMatch</name>
    <message>
        <source>In the book this ID number belongs to %1. Is it the same person?</source>
        <translation>册中此号码属于%1。是同一人吗？</translation>
    </message>
    <message>
        <source>The book has a %1 with this birth date and another ID number. Check both.</source>
        <translation>册中有出生日期相同、号码不同的%1，请核对。</translation>
    </message>
    <message>
        <source>The book has a %1 with this telephone and another birth date.</source>
        <translation>册中有电话相同、出生日期不同的%1。</translation>
    </message>
    <message>
        <source>The book has several people who could be %1. Choose one.</source>
        <translation>册中有几个人可能是%1，请选定一人。</translation>
    </message>
    <message>
        <source>The book has this telephone under %1 as well.</source>
        <translation>册中%1也用此电话。</translation>
    </message>
    <message>
        <source>The book has several records of this name. Choose one.</source>
        <translation>册中有几条同名记录，请选定一条。</translation>
    </message>
    <message>
        <source>The book has this name with another code, %1.</source>
        <translation>册中同名记录的编码不同，为%1。</translation>
    </message>
    <message>
        <source>%1 has a %2 already, and neither ID number nor birth date tells them apart. Is it the same person?</source>
        <translation>%1已有%2，且无身份证号或出生日期可区分，是否同一人？</translation>
    </message>
    <message>
        <source>Looking everybody up in the book</source>
        <translation>正在册子里逐人查找</translation>
    </message>
    <message>
        <source>The book has a %1 with this telephone and another ID number: %2 there, %3 here. If it is the same person, correct the number that is wrong.</source>
        <translation>册子里有同名同电话的%1，但身份证号不同：册子为%2，此行为%3。若是同一人，请改正有误的号码。</translation>
    </message>
</context>
<context>
    <name>ImportPlan</name>
    <message>
        <source>The book has no “%1” (%2).</source>
        <translation>册中没有“%1”（%2）。</translation>
    </message>
    <message>
        <source>“%1” (%2) can mean several.</source>
        <translation>“%1”（%2）可指多个。</translation>
    </message>
    <message>
        <source>“%1” is not in the list of “%2”.</source>
        <translation>“%1”不在“%2”的代码表中。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何改动。</translation>
    </message>
    <message>
        <source>No sheet of %1 looks like a list of “%2”: there is no row with the headings of such a list. Choose the head row and the columns by hand, or choose another kind of record.</source>
        <translation>%1中没有像“%2”名册的工作表：找不到表头行。请手工选定表头行和各列，或改选记录种类。</translation>
    </message>
    <message>
        <source>There is no registry “%1”.</source>
        <translation>没有台账“%1”。</translation>
    </message>
    <message>
        <source>Reading “%1”</source>
        <translation>正在读取“%1”</translation>
    </message>
    <message>
        <source>Understanding the cells</source>
        <translation>正在识别单元格</translation>
    </message>
    <message>
        <source>Comparing with the book</source>
        <translation>正在与册子比对</translation>
    </message>
    <message>
        <source>The same as row %1.</source>
        <translation>与第%1行相同。</translation>
    </message>
    <message>
        <source>Row %1 of the file means the same record. Which one counts?</source>
        <translation>与文件第%1行是同一条记录：“采用花名册”以本行为准，“跳过此行”以那一行为准。</translation>
    </message>
    <message>
        <source>The roster does not say the category; joined within the last year, so taken as probationary.</source>
        <translation>花名册未写人员类别；入党不满一年，按预备党员导入。</translation>
    </message>
    <message>
        <source>The roster does not say the category; taken as a full member.</source>
        <translation>花名册未写人员类别，按正式党员导入。</translation>
    </message>
    <message>
        <source>This member had left the register. Take the member in again from %1?</source>
        <translation>该党员已离册。是否自%1起重新登记？</translation>
    </message>
    <message>
        <source>The member left the register on %1, after the roster&apos;s day. Choose a later day or skip the row.</source>
        <translation>该党员于%1离册，晚于花名册日期。请改用更晚的日期或跳过此行。</translation>
    </message>
    <message>
        <source>The book has the member in %1 since %2, which is not before the roster&apos;s day; the book is kept.</source>
        <translation>册中该党员自%2起在%1，不早于花名册日期；保留册中内容。</translation>
    </message>
    <message>
        <source>The book has the member in %1, the roster in %2. Is it a transfer from %3 on?</source>
        <translation>册中该党员在%1，花名册在%2。是自%3起调动吗？</translation>
    </message>
    <message>
        <source>The roster says otherwise than the book. Keep the book or take the roster?</source>
        <translation>花名册与册子不一致。保留册子，还是采用花名册？</translation>
    </message>
    <message>
        <source>The row is filled like a record but has no name.</source>
        <translation>此行像一条记录，但没有姓名。</translation>
    </message>
    <message>
        <source>“%1” is not in the list of “%2”; it will stand in the note.</source>
        <translation>“%1”不在“%2”的代码表中，将记入备注。</translation>
    </message>
    <message>
        <source>“%1” is not in the list of “%2”. Choose what it means.</source>
        <translation>“%1”不在“%2”的代码表中，请选择其含义。</translation>
    </message>
    <message>
        <source>The book has no “%1” among its %2. Choose one, or create it.</source>
        <translation>册中的%2没有“%1”。请选择一个，或新建。</translation>
    </message>
    <message>
        <source>The book has no “%1” among its %2. Choose one, or leave it out.</source>
        <translation>册中的%2没有“%1”。请选择一个，或不填。</translation>
    </message>
    <message>
        <source>“%1” can mean several of %2. Choose one.</source>
        <translation>“%1”可指多个%2，请选择一个。</translation>
    </message>
    <message>
        <source>Row %1 of the file has the same name in the same branch, and neither ID number nor birth date tells them apart. Is it the same person?</source>
        <translation>与第%1行同支部同名，且无身份证号或出生日期可区分，是否同一人？</translation>
    </message>
    <message>
        <source>Say how this member came back.</source>
        <translation>请说明该党员如何重新转入。</translation>
    </message>
    <message>
        <source>%1 has members already: say how this new one came.</source>
        <translation>%1已有党员：请说明新增方式。</translation>
    </message>
    <message>
        <source>%1 Which one is right?</source>
        <translation>%1以哪个为准？</translation>
    </message>
    <message>
        <source>“%1” does not belong to “%2”; it is left out.</source>
        <translation>“%1”不属于“%2”，未采用。</translation>
    </message>
    <message>
        <source>“%1” changed in the book after the roster&apos;s day; the book is kept.</source>
        <translation>“%1”在名册日期之后本册已有变化，以本册为准。</translation>
    </message>
    <message>
        <source>An ID number or a telephone number stands here, which this registry has no place for. Take it out.</source>
        <translation>此处有证件号码或电话，册中无处存放，请删去。</translation>
    </message>
    <message>
        <source>The ID number says %1, the roster says %2.</source>
        <translation>身份证号为%1，名册为%2。</translation>
    </message>
    <message>
        <source>Taken from the ID number: %1 instead of %2.</source>
        <translation>按身份证号取%1，未取%2。</translation>
    </message>
    <message>
        <source>The roster says “%1”. That is a step of its own and no correction: the book is kept; take the step by an action of the record.</source>
        <translation>花名册写的是“%1”，这需要单独办理，不是更正：册中内容保持不变，请在该记录的“操作”中办理。</translation>
    </message>
    <message>
        <source>The day of the roster, %1, has not come yet. Choose a day up to today.</source>
        <translation>花名册日期 %1 还没有到。请选择不晚于今天的日期。</translation>
    </message>
    <message>
        <source>%1 in the book has this ID number, so this cannot be somebody new. Take the record of the book, or correct the number.</source>
        <translation>册中%1已使用这个证件号码，不可能是另一个人。请采用册中的记录，或更正号码。</translation>
    </message>
    <message>
        <source>Kept as the roster says: %1, not %2 as in the ID number.</source>
        <translation>按名册保留：%1，而不是身份号码中的%2。</translation>
    </message>
    <message>
        <source>“%1” is called “%2” now.</source>
        <translation>“%1”现名“%2”。</translation>
    </message>
    <message>
        <source>“%1” cannot be imported from a file: enter these records in the window.</source>
        <translation>“%1”不能从文件导入，请在窗口中录入。</translation>
    </message>
    <message>
        <source>The book had members before the roster&apos;s day: say how this new one of %1 came.</source>
        <translation>名册日期之前册子里已有党员：请说明%1这名新增党员的增加方式。</translation>
    </message>
    <message>
        <source>%1 is recorded as “%2” since %3 and does not come on the register again. If that record is wrong, correct the membership there first; if the row means somebody else, correct its ID number or take it as a new record; otherwise skip the row.</source>
        <translation>%1已登记“%2”（%3起），不能再列入名册。登记有误的，先更正其党籍变化；此行是同名他人的，改正身份证号或按新记录导入；否则略过此行。</translation>
    </message>
    <message>
        <source>This member had left the register and is taken in again from %1 on.</source>
        <translation>该党员已离册，自%1起重新在册。</translation>
    </message>
    <message>
        <source>Nobody whose state is “%1” comes back by “%2”, but by: %3. Write how in this column, or skip the row.</source>
        <translation>党籍状态为“%1”的，不能以“%2”重新在册，只能是：%3。请在本列写明方式，或略过此行。</translation>
    </message>
    <message>
        <source>“%1” begins with a probation, but the roster says a full member. Correct one of the two.</source>
        <translation>“%1”应从预备党员开始，名册却写正式党员。请改正其中一项。</translation>
    </message>
    <message>
        <source>“%1” stands in row %2, which is not taken in. Mend that row, or choose another superior.</source>
        <translation>“%1”在第%2行，而那一行不导入。请先改好那一行，或另选上级。</translation>
    </message>
    <message>
        <source>“%1” cannot be the superior of this type of organisation.</source>
        <translation>“%1”不能作这类党组织的上级。</translation>
    </message>
    <message>
        <source>This row stands above itself: look at the superiors of the rows around it.</source>
        <translation>这一行成了自己的上级：请检查相关各行的上级。</translation>
    </message>
    <message>
        <source>A full member who joined less than a year before the roster&apos;s day: check the category.</source>
        <translation>正式党员，但入党至名册日期不满一年，请核对人员类别。</translation>
    </message>
    <message>
        <source>The roster says otherwise than the book, and only what is empty would be filled, which does not fit together. Overwrite the book with this row, or skip it.</source>
        <translation>名册与册子不一致；“只填空白”会使两者前后矛盾。请选择“采用花名册”或“跳过此行”。</translation>
    </message>
    <message>
        <source>Beside the name stands “%1”, but “%2” says otherwise.</source>
        <translation>姓名旁注明“%1”，与“%2”不一致。</translation>
    </message>
    <message>
        <source>Beside the name stands “%1”: that is no present member. Leave the row out and record what happened by an action of the record, or take the mark away.</source>
        <translation>姓名旁注明“%1”，不是现有党员。请不导入此行，并在该党员的“操作”中办理；如系误注，请删去标注。</translation>
    </message>
    <message>
        <source>other telephone: %1</source>
        <translation>其他电话：%1</translation>
    </message>
    <message>
        <source>“%1” does not look like a name. Check it.</source>
        <translation>“%1”不像姓名，请核对。</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>There is no such registry.</source>
        <translation>没有这本台账。</translation>
    </message>
    <message>
        <source>The book was changed since the rows were compared with it. They are compared again.</source>
        <translation>比对后册子有改动，正在重新比对。</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>正在写入</translation>
    </message>
    <message>
        <source>Row %1: %2 Nothing was imported.</source>
        <translation>第%1行：%2未导入任何内容。</translation>
    </message>
    <message>
        <source>The grid “%1” cannot be made, because the book has several communities. Make it by hand first.</source>
        <translation>册中有多个社区，无法新建网格“%1”。请先手工新增。</translation>
    </message>
</context>
<context>
    <name>InPlace</name>
    <message>
        <source>This entry cannot be read.</source>
        <translation>所填内容无法识别。</translation>
    </message>
    <message>
        <source>Open the record to change this entry.</source>
        <translation>请打开记录修改此项。</translation>
    </message>
    <message>
        <source>%1 Open the record to confirm it.</source>
        <translation>%1请打开记录确认。</translation>
    </message>
    <message>
        <source>Edit %1 %2</source>
        <translation>修改%1 %2</translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Journal: batches %1 to %2 are missing.</source>
        <translation>日志：缺少第%1至%2批。</translation>
    </message>
    <message>
        <source>Journal: batch %1 (“%2”, %3) was changed outside this program.</source>
        <translation>日志：第%1批（“%2”，%3）在本程序之外被改动。</translation>
    </message>
</context>
<context>
    <name>Keyring</name>
    <message>
        <source>There is not enough free memory to check the passphrase. Close other programs and try again.</source>
        <translation>内存不足，无法核对口令。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The passphrase is not right. Check the keyboard layout and Caps Lock, or use the recovery key from the safe.</source>
        <translation>口令不正确。请检查输入法和大写锁定键，或使用保险柜中的恢复密钥。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>New record</source>
        <translation>新增记录</translation>
    </message>
    <message>
        <source>Filter the column</source>
        <translation>筛选此列</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Void, with a reason</source>
        <translation>作废（填写原因）</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>打开社区册</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>所有页面</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>Correct the cell</source>
        <translation>修改单元格</translation>
    </message>
</context>
<context>
    <name>MemberCommands</name>
    <message>
        <source>This step is not known.</source>
        <translation>没有这种变动。</translation>
    </message>
    <message>
        <source>Enter the day from which this holds.</source>
        <translation>请填写生效日期。</translation>
    </message>
    <message>
        <source>On the register since %1 without an end before %2; the spells would overlap.</source>
        <translation>自%1起在册，到%2之前没有终止，前后两段会重叠。</translation>
    </message>
    <message>
        <source>The member is already there. Choose another branch, group or grid.</source>
        <translation>该党员已在此处，请另选支部、小组或网格。</translation>
    </message>
    <message>
        <source>Say whether the member is a full or a probationary one.</source>
        <translation>请注明是正式党员还是预备党员。</translation>
    </message>
    <message>
        <source>%1: the membership has an entry that ends later, on %2. Correct it first.</source>
        <translation>%1：党籍有一条终止于%2的记录，请先更正。</translation>
    </message>
    <message>
        <source>%1: the membership changed on %2; a further step must lie later.</source>
        <translation>%1：党籍已于%2变动，再次变动须在其后。</translation>
    </message>
    <message>
        <source>%1: a later entry of the relation begins or ends after %2. Correct it first.</source>
        <translation>%1：%2之后已有组织关系的起止记录，请先更正。</translation>
    </message>
    <message>
        <source>%1: the record was removed. Bring it back first.</source>
        <translation>%1：记录已作废，请先恢复。</translation>
    </message>
    <message>
        <source>Nobody leaves the register in this way: %1.</source>
        <translation>不能以此方式减少党员：%1。</translation>
    </message>
    <message>
        <source>Choose the branch.</source>
        <translation>请选择党支部。</translation>
    </message>
    <message>
        <source>The branch does not exist on %1. Choose one that does.</source>
        <translation>%1时该党支部不存在，请另选。</translation>
    </message>
    <message>
        <source>“%1” holds no relations of members. Choose a branch.</source>
        <translation>“%1”不接转组织关系，请选择党支部。</translation>
    </message>
    <message>
        <source>“%1” is closed on %2. Choose a branch that goes on.</source>
        <translation>“%1”于%2撤销，请另选党支部。</translation>
    </message>
    <message>
        <source>The group does not exist on %1.</source>
        <translation>%1时该党小组不存在。</translation>
    </message>
    <message>
        <source>“%1” is not in force on %2. Choose a grid that is.</source>
        <translation>“%1”在%2无效，请另选网格。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a person and what stands in the way</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Not on the register on %1.</source>
        <translation>%1 不在册。</translation>
    </message>
    <message>
        <source>Not on the register on %1, only in %2. Choose another day.</source>
        <translation>%1 不在册，在册时间只有 %2。请另选日期。</translation>
    </message>
    <message>
        <source>“%1” is entered once it has happened. Choose a day up to today, %2.</source>
        <translation>“%1”发生之后才能登记。请选择不晚于今天（%2）的日期。</translation>
    </message>
    <message>
        <source>“%1” is not a group of “%2”. Choose one of its groups, or leave the group empty.</source>
        <translation>“%1”不是“%2”的党小组。请选择该支部的党小组，或者不填。</translation>
    </message>
</context>
<context>
    <name>MergeMembers</name>
    <message>
        <source>Covered by the other record of the same person.</source>
        <translation>已由同一人的另一条记录涵盖。</translation>
    </message>
    <message>
        <source>Merged with another record of the same person.</source>
        <translation>与同一人的另一条记录合并。</translation>
    </message>
    <message>
        <source>One record says that the member died on %1; the relation from %2 goes on after that. If the member has died, choose the relation that ends with it, or enter the death in the other record too (a relation that began only later is voided there). If the death was entered by mistake, correct that record first.</source>
        <translation>一条记录登记该党员于%1死亡，而自%2起的组织关系在此之后仍在册。确已去世的，请点选以死亡终止的那一段，或在另一条记录上也办理“死亡”（去世之后才开始的组织关系，请在那条记录上作废）；登记错误的，请先更正那条记录。</translation>
    </message>
    <message>
        <source>The merged standing would turn from “%1” to “%2” on %3, which cannot be. Choose the standing of the other record, or correct the wrong one first.</source>
        <translation>合并后党籍将于%3由“%1”变为“%2”，这不可能。请改选另一条记录的党籍，或先更正有误的一条。</translation>
    </message>
    <message>
        <source>Both records are on the register at the same time: the one from %1, the other from %2. Nobody is on it twice. Choose which of the two relations counts, or say that they are two people.</source>
        <translation>两条记录同时在册：一条自%1起，一条自%2起。同一人不能重复在册。请选定以哪一段组织关系为准，或确认是两个人。</translation>
    </message>
    <message>
        <source>Entered twice: the other relation counts.</source>
        <translation>重复登记，以另一段组织关系为准。</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>“%1” is no range that can be split: it runs backwards or is longer than %2. Write the names one by one.</source>
        <translation>“%1”不能拆分：顺序颠倒或多于%2个。请逐个填写。</translation>
    </message>
</context>
<context>
    <name>NewBook</name>
    <message>
        <source>There is no set of rules “%1”. Choose one of these: %2.</source>
        <translation>没有名为“%1”的本地标准。请从中选择：%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>“%1” is no code of a community: it has 12 digits. Leave it empty if you do not know it.</source>
        <translation>“%1”不是社区代码：应为12位数字。不清楚时可以不填。</translation>
    </message>
    <message>
        <source>New book</source>
        <translation>新建社区册</translation>
    </message>
    <message>
        <source>A book needs the name of its community: the name stands on every paper.</source>
        <translation>册子须有社区名称：每份材料上都要用到。</translation>
    </message>
</context>
<context>
    <name>OpenFigure</name>
    <message>
        <source>No rows stand behind this number: %1</source>
        <translation>这个数字没有可打开的明细：%1</translation>
    </message>
    <message>
        <source>This number was never recorded in the book.</source>
        <translation>本册从未登记这个数。</translation>
    </message>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · 截至%2</translation>
    </message>
    <message>
        <source>Looking for the records behind the number …</source>
        <translation>正在查找这个数字背后的记录…</translation>
    </message>
</context>
<context>
    <name>OrgCommands</name>
    <message>
        <source>Enter the day from which this holds.</source>
        <translation>请填写生效日期。</translation>
    </message>
    <message>
        <source>Enter the number of the approving document.</source>
        <translation>请填写批准文号。</translation>
    </message>
    <message>
        <source>The organisation does not exist on %1. Choose another day.</source>
        <translation>%1时该党组织不存在，请换一个日期。</translation>
    </message>
    <message>
        <source>A group belongs to a branch. Choose it.</source>
        <translation>党小组属于党支部，请选择所属支部。</translation>
    </message>
    <message>
        <source>“%1” is closed on %2. Choose a superior that goes on.</source>
        <translation>“%1”于%2撤销，请另选上级党组织。</translation>
    </message>
    <message>
        <source>“%1” cannot be the superior of this type of organisation.</source>
        <translation>“%1”不能作这类党组织的上级。</translation>
    </message>
    <message>
        <source>An organisation cannot stand under itself or under one of its own.</source>
        <translation>党组织不能隶属于自己或自己的下级。</translation>
    </message>
    <message>
        <source>“%1” already has a later change. Take it back or choose a later day.</source>
        <translation>“%1”已有更晚的变动，请先撤销那次变动或另选更晚的日期。</translation>
    </message>
    <message>
        <source>An organisation that is founded after %1 stands under this one. Choose a later day.</source>
        <translation>有%1之后成立的党组织隶属于此，请选更晚的日期。</translation>
    </message>
    <message>
        <source>%1 comes to “%2” only after %3. Choose a later day.</source>
        <translation>%1在%3之后才转入“%2”，请选更晚的日期。</translation>
    </message>
    <message>
        <source>Choose another organisation to move them to.</source>
        <translation>请选择接收的党组织。</translation>
    </message>
    <message>
        <source>Enter the type, the full name and the short name.</source>
        <translation>请填写类别、全称和简称。</translation>
    </message>
    <message>
        <source>Enter the new full name and short name.</source>
        <translation>请填写新的全称和简称。</translation>
    </message>
    <message>
        <source>The new type does not rank above the present one.</source>
        <translation>新类别不高于现有类别，不是升格。</translation>
    </message>
    <message>
        <source>“%1” is a group of this branch. Found the branches below first and move the groups there.</source>
        <translation>“%1”是本支部的党小组。请先成立下属支部，把党小组转过去。</translation>
    </message>
    <message>
        <source>“%1” already stands there.</source>
        <translation>“%1”已隶属于此。</translation>
    </message>
    <message>
        <source>%1 members: %2</source>
        <translation>党员%1名：%2</translation>
    </message>
    <message>
        <source>%1 organisations below: %2</source>
        <translation>%1 个下级组织（%2）</translation>
    </message>
    <message>
        <source>“%1” cannot be closed yet. Move what still belongs to it first (%2).</source>
        <translation>“%1”还不能撤销，请先转出所属党员和下级组织（%2）。</translation>
    </message>
    <message>
        <source>A change is entered once it holds. Choose a day up to today, %1.</source>
        <translation>变动生效后才能登记。请选择不晚于今天（%1）的日期。</translation>
    </message>
    <message>
        <source>There is already “%1” under the same superior. Enter another name.</source>
        <translation>同一上级之下已有“%1”，请另取名称。</translation>
    </message>
    <message>
        <source>There is already “%1” where it would stand. Rename one of the two first.</source>
        <translation>那里已有“%1”。请先将其中一个更名。</translation>
    </message>
</context>
<context>
    <name>PaperOutput</name>
    <message>
        <source>The pages could not be written. Check the printer or the folder and try again.</source>
        <translation>页面无法输出。请检查打印机或文件夹后重试。</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第%1页</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The printer did not take the next page.</source>
        <translation>打印机未接受下一页。</translation>
    </message>
    <message>
        <source>This paper has no pages.</source>
        <translation>这份文稿没有内容。</translation>
    </message>
    <message>
        <source>“%1” could not be written. Choose another folder or close the file in other programs.</source>
        <translation>“%1”无法写入。请另选文件夹，或在其他程序中关闭该文件。</translation>
    </message>
</context>
<context>
    <name>Party</name>
    <message>
        <source>The day of joining lies in the future.</source>
        <translation>加入党组织日期晚于今天。</translation>
    </message>
    <message>
        <source>The Party was founded in July 1921; the day of joining cannot lie before.</source>
        <translation>党成立于1921年7月，加入党组织日期不能更早。</translation>
    </message>
    <message>
        <source>At that day the person was not yet 18 (born %1).</source>
        <translation>当时未满18周岁（%1出生）。</translation>
    </message>
    <message>
        <source>A probationary member has no day of confirmation yet. Clear it or change the category.</source>
        <translation>预备党员没有转正日期。请清空转正日期或更改人员类别。</translation>
    </message>
    <message>
        <source>The day of confirmation lies in the future.</source>
        <translation>转为正式党员日期晚于今天。</translation>
    </message>
    <message>
        <source>The day of confirmation lies before the day of joining.</source>
        <translation>转为正式党员日期早于加入党组织日期。</translation>
    </message>
    <message>
        <source>Less than one year after joining (%1). Check the date; it can be saved after confirmation.</source>
        <translation>距加入党组织日期（%1）不足一年。请核对，确认后可以保存。</translation>
    </message>
    <message>
        <source>No telephone: the form asks for at least one.</source>
        <translation>没有电话：采集表要求至少填一个。</translation>
    </message>
    <message>
        <source>A lost member needs the month in which contact was lost.</source>
        <translation>失联党员须填失去联系的年月。</translation>
    </message>
    <message>
        <source>The term ends on %1; an approved change may move that by one year at most.</source>
        <translation>本届任期于%1届满；经批准提前或延期，最长不超过一年。</translation>
    </message>
    <message>
        <source>An early or late end needs the number of the approving document.</source>
        <translation>提前或延期换届须填写批准文号。</translation>
    </message>
</context>
<context>
    <name>PartyRules</name>
    <message>
        <source>Whoever has left (%1) is not entered as a member on the register. Enter the member as normal first, then choose “%1” among the actions.</source>
        <translation>已离开（%1）的人不能直接登记为在册党员。请先按正常登记，再在“操作”中选择“%1”。</translation>
    </message>
    <message>
        <source>“%1” ends the membership. Choose it among the actions of the member: the relation ends with it, and the change is counted.</source>
        <translation>“%1”会终止在册关系。请在该党员的“操作”中办理：组织关系随之结束，并计入增减。</translation>
    </message>
    <message>
        <source>The membership has ended (%1). Take the member in again by an action: transfer in, or admit again.</source>
        <translation>该党员已不在册（%1）。请用“操作”重新接收：转入组织关系，或者重新入党。</translation>
    </message>
    <message>
        <source>The membership has ended (%1) and there is no relation any more. Take the member in again by an action: transfer in, or admit again.</source>
        <translation>该党员已不在册（%1），也没有组织关系。请用“操作”重新接收：转入组织关系，或者重新入党。</translation>
    </message>
    <message>
        <source>The last relation ended by “%1”. Correct that entry among the relations first.</source>
        <translation>最后一段组织关系是因“%1”结束的。请先更正那条组织关系。</translation>
    </message>
    <message>
        <source>The membership ended on %1 (%2); no relation can hold after that.</source>
        <translation>该党员已于 %1 离开（%2），此后不能再有组织关系。</translation>
    </message>
    <message>
        <source>“%1” ends the membership, but the relation holds after %2. Choose it among the actions of the member: the relation ends with it, and the change is counted.</source>
        <translation>“%1”会终止在册关系，但组织关系在 %2 之后仍然有效。请在该党员的“操作”中办理：组织关系随之结束，并计入增减。</translation>
    </message>
    <message>
        <source>The relations of %1 members lie here; this type holds none. Move them first.</source>
        <translation>有 %1 名党员的组织关系在这里，而这一类型不能直接管理党员。请先把他们转走。</translation>
    </message>
    <message>
        <source>%1 relations: %2</source>
        <comment>spells of a member on the register</comment>
        <translation>%1 段组织关系（%2）</translation>
    </message>
    <message>
        <source>Whoever has left is taken off by an action (transfer out, deceased …); whoever was entered twice is merged; for an entry made by mistake, void its relations first.</source>
        <translation>已离开的请用“操作”办理（转出、死亡等）；重复登记的请合并；登记错误的，请先作废其组织关系。</translation>
    </message>
    <message>
        <source>%1 members, former ones included: %2</source>
        <translation>%1 名党员，含已离开的（%2）</translation>
    </message>
    <message>
        <source>%1 organisations below: %2</source>
        <translation>%1 个下级组织（%2）</translation>
    </message>
    <message>
        <source>%1 seats on its committee: %2</source>
        <translation>%1 条班子成员记录（%2）</translation>
    </message>
    <message>
        <source>%1 terms, elected on: %2</source>
        <translation>%1 届班子，选举日期 %2</translation>
    </message>
    <message>
        <source>An organisation that is no more is closed by the actions “Dissolve” or “Merge”; only one entered by mistake, to which nothing ever belonged, can be voided.</source>
        <translation>不再存在的组织请用“操作”中的“撤销”或“合并”办理；只有登记错误、从未有过下属记录的才能作废。</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>这一天还没有到。</translation>
    </message>
    <message>
        <source>%1 party organisations: %2</source>
        <translation>党组织%1个：%2</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>The birth date lies in the future.</source>
        <translation>出生日期晚于今天。</translation>
    </message>
    <message>
        <source>The ID number says %1, the form says %2. Correct one of them or confirm the difference.</source>
        <translation>身份号码中是%1，所填为%2。请更正其一，或确认两者不同。</translation>
    </message>
    <message>
        <source>%1 memberships: %2</source>
        <comment>of the Party</comment>
        <translation>%1 条党员记录（%2）</translation>
    </message>
    <message>
        <source>%1 seats on committees: %2</source>
        <translation>%1 条班子任职（%2）</translation>
    </message>
    <message>
        <source>%1 posts in grids: %2</source>
        <translation>%1 条网格任职（%2）</translation>
    </message>
    <message>
        <source>%1 resident groups led: %2</source>
        <translation>任组长的居民小组 %1 个（%2）</translation>
    </message>
    <message>
        <source>%1 buildings headed: %2</source>
        <translation>任楼栋长的楼栋 %1 栋（%2）</translation>
    </message>
    <message>
        <source>Whoever was entered twice is merged; otherwise these entries must be voided or given to somebody else first.</source>
        <translation>重复登记的请合并；否则请先作废这些记录，或者改由他人担任。</translation>
    </message>
</context>
<context>
    <name>PersonName</name>
    <message>
        <source>The name is missing.</source>
        <translation>未填姓名。</translation>
    </message>
    <message>
        <source>“%1” is not a name: “%2” cannot stand in it. Correct it, or put remarks in the note.</source>
        <translation>“%1”不是姓名：不能含有“%2”。请更正，说明写入备注。</translation>
    </message>
    <message>
        <source>The name “%1” is too short; a name has at least two characters.</source>
        <translation>姓名“%1”过短，至少两个字。</translation>
    </message>
    <message>
        <source>The name “%1” is longer than 30 characters. Are these several people?</source>
        <translation>姓名“%1”超过30个字，是否写了几个人？</translation>
    </message>
</context>
<context>
    <name>Phone</name>
    <message>
        <source>The phone number is missing.</source>
        <translation>未填电话。</translation>
    </message>
    <message>
        <source>“%1” is not a mobile number: it has %2 digits; 11 are needed, beginning with 13 to 19.</source>
        <translation>“%1”不是手机号：现有%2位，应为11位，以13至19开头。</translation>
    </message>
    <message>
        <source>“%1” is not a phone number. Write 13812345678 or 0917-7212345.</source>
        <translation>“%1”不是电话号码。请写作13812345678或0917-7212345。</translation>
    </message>
</context>
<context>
    <name>PlaceRules</name>
    <message>
        <source>%1 buildings: %2</source>
        <translation>楼栋%1幢：%2</translation>
    </message>
    <message>
        <source>%1 counts of households and persons: %2</source>
        <translation>%1 条户数人数记录（%2）</translation>
    </message>
    <message>
        <source>%1 divisions below: %2</source>
        <translation>%1 个下级区划（%2）</translation>
    </message>
    <message>
        <source>%1 grids: %2</source>
        <translation>%1 个网格（%2）</translation>
    </message>
    <message>
        <source>%1 estates: %2</source>
        <translation>%1 个小区（%2）</translation>
    </message>
    <message>
        <source>%1 resident groups: %2</source>
        <translation>%1 个居民小组（%2）</translation>
    </message>
    <message>
        <source>Only a community entered by mistake, to which nothing ever belonged, can be voided.</source>
        <translation>只有登记错误、从未有过下属记录的社区才能作废。</translation>
    </message>
    <message>
        <source>%1 buildings, former ones included: %2</source>
        <translation>%1 栋楼，含曾经的（%2）</translation>
    </message>
    <message>
        <source>%1 posts: %2</source>
        <translation>%1 条任职（%2）</translation>
    </message>
    <message>
        <source>Move the buildings and members to other grids, then close the grid by its action; only one entered by mistake, to which nothing ever belonged, can be voided.</source>
        <translation>请先把楼栋和党员划到其他网格，再用“操作”撤销网格；只有登记错误、从未有过下属记录的才能作废。</translation>
    </message>
    <message>
        <source>%1 grids, former ones included: %2</source>
        <translation>%1 个网格，含曾经的（%2）</translation>
    </message>
    <message>
        <source>A building in the wrong grid is moved by its action; one that is no more gets a day in “Until”; for one entered by mistake, void its entries in grids first.</source>
        <translation>划错网格的楼栋请用“操作”调整；已拆除的请填写截止日期；登记错误的，请先作废它的网格归属。</translation>
    </message>
    <message>
        <source>The code has %1 digits; the grid codes of this book have %2 (rule “%3”). Check that it is meant so.</source>
        <translation>该编码有%1位，本册网格编码为%2位（规则“%3”）。请确认是否如此。</translation>
    </message>
    <message>
        <source>A code of this level has %1 digits, this one has %2. Check the level and the code.</source>
        <translation>该级别的代码为%1位，此代码有%2位。请核对级别和代码。</translation>
    </message>
    <message>
        <source>%1 codes below begin otherwise; correct them next: %2</source>
        <translation>下级有%1个代码开头不同，请接着更正：%2</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>A dedicated grid needs the kind of place that it serves.</source>
        <translation>专属网格须填服务的区域类型。</translation>
    </message>
    <message>
        <source>A division code has 6 digits (county), 9 (street) or 12 (community).</source>
        <translation>区划代码为6位（县）、9位（街道）或12位（社区）。</translation>
    </message>
    <message>
        <source>A grid code has 15 digits: the 12 of the community and 3 of its own (18 for a micro grid, 20 after CJ/T 349-2010).</source>
        <translation>网格编码为15位：社区代码12位加序号3位（微网格18位，按CJ/T 349-2010为20位）。</translation>
    </message>
    <message>
        <source>The next free code of the community is %1.</source>
        <translation>该社区下一个可用编码为%1。</translation>
    </message>
    <message>
        <source>The code must begin with that of the superior division, %1. Correct the code, or choose the right superior.</source>
        <translation>代码必须以上级区划代码%1开头。请更正代码，或选择正确的上级。</translation>
    </message>
    <message>
        <source>The code must begin with that of the community, %1. Correct the code, or choose the community that the grid belongs to.</source>
        <translation>编码必须以所属社区代码%1开头。请更正编码，或选择网格所属的社区。</translation>
    </message>
    <message>
        <source>A code of 20 digits has those of the street, %1, from its 7th digit on. Correct the code, or choose the community that the grid belongs to.</source>
        <translation>20位编码从第7位起应为街道代码%1。请更正编码，或选择网格所属的社区。</translation>
    </message>
</context>
<context>
    <name>Quantities</name>
    <message>
        <source>“%1” is not a duration. Write it as 2小时 or 90分钟.</source>
        <translation>“%1”不是时长。请写作2小时或90分钟。</translation>
    </message>
    <message>
        <source>“%1” is not an amount of money. Write it as 1000.50, with at most two decimals.</source>
        <translation>“%1”不是金额。请写作1000.50，最多两位小数。</translation>
    </message>
</context>
<context>
    <name>Quarter</name>
    <message>
        <source>“%1” is not a quarter; write it as 2026Q3.</source>
        <translation>“%1”不是季度，请写作2026Q3。</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>This list has no column “%1”.</source>
        <translation>此列表没有“%1”这一列。</translation>
    </message>
    <message>
        <source>“%1” is protected: it can be found by its whole value only, or through the search box.</source>
        <translation>“%1”是密封项，只能按完整内容查找，或用搜索框。</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>There is no registry “%1”.</source>
        <translation>没有台账“%1”。</translation>
    </message>
</context>
<context>
    <name>RecordHistory</name>
    <message>
        <source>There is no such registry.</source>
        <translation>没有这本台账。</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>第%1号</translation>
    </message>
    <message>
        <source>Before this change the record did not exist; there is no version to go back to.</source>
        <translation>此次变更之前没有这条记录，没有可恢复的版本。</translation>
    </message>
    <message>
        <source>Earlier version restored</source>
        <translation>已恢复旧版</translation>
    </message>
</context>
<context>
    <name>RecordStore</name>
    <message>
        <source>There is no such registry.</source>
        <translation>没有这本台账。</translation>
    </message>
    <message>
        <source>The record no longer exists. Reload the list.</source>
        <translation>这条记录已不存在，请刷新列表。</translation>
    </message>
    <message>
        <source>This entry is required.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>“%1” is not in the list of “%2”. Choose one of the list.</source>
        <translation>“%1”不在“%2”的选项中，请从中选择。</translation>
    </message>
    <message>
        <source>The end must lie after the beginning.</source>
        <translation>终止日期须晚于起始日期。</translation>
    </message>
    <message>
        <source>“%1” belongs to the first day of the relation; a move has none. Leave it as it was, or correct it by itself.</source>
        <translation>“%1”属于组织关系的第一天，调动不填。请保持原样，或单独更正。</translation>
    </message>
    <message>
        <source>This entry is kept readable and may hold neither an ID number nor a telephone number. Write the number into its own field or into the note.</source>
        <translation>此项明文保存，不能含证件号码或电话，请填入专门的栏目或备注。</translation>
    </message>
    <message>
        <source>“%1” cannot be voided; there belong to it: %2. %3</source>
        <extracomment>%1 a record, %2 what refers to it, %3 a sentence with the way out</extracomment>
        <translation>“%1”不能作废，名下还有：%2。%3</translation>
    </message>
    <message>
        <source>Void these first.</source>
        <translation>请先作废这些记录。</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a list</comment>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>There is no member to print a form for.</source>
        <translation>没有可打印采集表的党员。</translation>
    </message>
    <message>
        <source>Reading members</source>
        <translation>正在读取党员</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>“%1” is no number of years from 1 to %2. Write the first year of each band but the lowest, for example 31 36 41.</source>
        <translation>“%1”不是1至%2的年数。请写除最低段外各段的起始年数，如 31 36 41。</translation>
    </message>
    <message>
        <source>%1 does not come after %2: the bands must ascend.</source>
        <translation>%1不大于%2，各段须由小到大。</translation>
    </message>
    <message>
        <source>Write the first year of each band but the lowest, for example 31 36 41.</source>
        <translation>请写除最低段外各段的起始年数，如 31 36 41。</translation>
    </message>
    <message>
        <source>%1 (%2) is in no group. Add its code to one.</source>
        <translation>%1（%2）不在任何组内，请加进一组。</translation>
    </message>
    <message>
        <source>%1 (%2) is in two groups: %3 and %4.</source>
        <translation>%1（%2）同时在两组：%3、%4。</translation>
    </message>
    <message>
        <source>The rule “%1” cannot be read: %2</source>
        <translation>规则“%1”无法识别：%2</translation>
    </message>
    <message>
        <source>“%1” is no day. Write the first day of each period but the earliest, for example 1949-10-01 1966-05-01.</source>
        <translation>“%1”不是日期。请写除最早一段外各段的起始日，如 1949-10-01 1966-05-01。</translation>
    </message>
    <message>
        <source>%1 does not come after %2: the periods must ascend.</source>
        <translation>%1不晚于%2，各段须由早到晚。</translation>
    </message>
    <message>
        <source>Write the first day of each period but the earliest, for example 1949-10-01 1966-05-01.</source>
        <translation>请写除最早一段外各段的起始日，如 1949-10-01 1966-05-01。</translation>
    </message>
    <message>
        <source>“%1” is no group. Write the name, a colon and the codes, for example 研究生:1；大学本科:2.</source>
        <translation>“%1”不是分组。请写组名、冒号和代码，如 研究生：1；大学本科：2。</translation>
    </message>
    <message>
        <source>There are two groups “%1”.</source>
        <translation>有两个组都叫“%1”。</translation>
    </message>
    <message>
        <source>No education has the code %1.</source>
        <translation>没有代码为%1的学历。</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it in digits.</source>
        <translation>“%1”不是数，请写阿拉伯数字。</translation>
    </message>
    <message>
        <source>This changes all figures since %1. To leave the earlier ones as they are, end this rule and enter a new one from the day on which the new value holds.</source>
        <translation>这会改变%1以来的全部数字。要保留以前的，请给本条填失效日期，再从新值生效日起新增一条。</translation>
    </message>
    <message>
        <source>“%1” is %2 on that day; the lower limit may not lie above the upper one. Change that one first, or enter another value.</source>
        <translation>当天“%1”为%2，下限不能高于上限：请先改那一项，或另填数值。</translation>
    </message>
    <message>
        <source>A grid code has 15, 18 or 20 digits, not %1.</source>
        <translation>网格编码为15、18或20位，不能是%1。</translation>
    </message>
</context>
<context>
    <name>SavedFilters</name>
    <message>
        <source>Give the filter a name first.</source>
        <translation>请先给筛选起个名称。</translation>
    </message>
    <message>
        <source>The condition on “%1” holds a protected value, which a saved filter would keep readable for everybody. Take this condition out, then save the filter.</source>
        <translation>“%1”的条件含受保护的内容，存为筛选后人人可见。请去掉该条件再保存。</translation>
    </message>
    <message>
        <source>The name of a filter may hold neither an ID number nor a telephone number. Choose another name.</source>
        <translation>筛选名称不能含证件号码或电话，请另取名称。</translation>
    </message>
</context>
<context>
    <name>Sealer</name>
    <message>
        <source>A protected entry cannot be read: it was changed outside this program or belongs to another book. Restore it from a backup.</source>
        <translation>有一项密封内容无法读取：它在本程序之外被改动，或属于另一本社区册。请从备份恢复。</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Preparing the search</source>
        <translation>正在准备搜索</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
</context>
<context>
    <name>SheetReader</name>
    <message>
        <source>The quotation mark in line %1 of the file has no end. Correct the line and try once more.</source>
        <translation>文件第%1行的引号没有结束。请更正后重试。</translation>
    </message>
    <message>
        <source>A text in line %1 of the file is too long. Perhaps the file is not a table.</source>
        <translation>文件第%1行的文字过长，可能不是表格。</translation>
    </message>
    <message>
        <source>The file cannot be opened. Is it open in another program?</source>
        <translation>文件打不开。是否正在其他程序中打开？</translation>
    </message>
    <message>
        <source>This file is not a table. Please choose a spreadsheet (.xlsx) or a text table (.csv).</source>
        <translation>此文件不是表格。请选择电子表格（.xlsx）或文本表格（.csv）。</translation>
    </message>
    <message>
        <source>The text of this file is in an unknown encoding. Choose the encoding, or save the table as .xlsx.</source>
        <translation>无法识别此文件的文字编码。请选择编码，或另存为.xlsx。</translation>
    </message>
    <message>
        <source>The file could not be read to its end.</source>
        <translation>文件未能读到末尾。</translation>
    </message>
    <message>
        <source>The workbook has no such sheet.</source>
        <translation>工作簿中没有这个工作表。</translation>
    </message>
    <message>
        <source>Reading the sheet “%1”</source>
        <translation>正在读取工作表“%1”</translation>
    </message>
    <message>
        <source>This is a workbook in the old .xls format. Open it in Excel or WPS, save it as .xlsx and choose the new file.</source>
        <translation>这是旧的.xls格式。请用Excel或WPS打开，另存为.xlsx后再选择新文件。</translation>
    </message>
    <message>
        <source>This is a web page or XML table that only carries the name of a spreadsheet, as many systems export it. Open it in Excel or WPS, save it as .xlsx and choose the new file.</source>
        <translation>这其实是网页或XML表格，只是用了电子表格的文件名（不少系统这样导出）。请用Excel或WPS打开，另存为.xlsx后再选择新文件。</translation>
    </message>
    <message>
        <source>This file is not a spreadsheet in the .xlsx format. Open it in Excel or WPS and save it as .xlsx.</source>
        <translation>此文件不是.xlsx格式。请用Excel或WPS打开，另存为.xlsx。</translation>
    </message>
    <message>
        <source>Reading the texts of the spreadsheet</source>
        <translation>正在读取表格中的文字</translation>
    </message>
    <message>
        <source>The spreadsheet is damaged and cannot be read. Open it in the program that made it, save it again as .xlsx and try once more.</source>
        <translation>表格已损坏，无法读取。请用原来的程序打开，重新存为.xlsx后再试。</translation>
    </message>
    <message>
        <source>The spreadsheet is larger than a register can be. Keep only the rows and columns that are needed, or divide it into several files.</source>
        <translation>表格过大，超出台账的范围。请只保留需要的行和列，或分成几个文件。</translation>
    </message>
    <message>
        <source>The spreadsheet is protected by a password. Open it, remove the password, save it as .xlsx and try once more.</source>
        <translation>表格设有密码。请打开后去掉密码，存为.xlsx再试。</translation>
    </message>
    <message>
        <source>Reading the spreadsheet was stopped.</source>
        <translation>已停止读取表格。</translation>
    </message>
    <message>
        <source>There is no such file (any more).</source>
        <translation>没有这个文件（或已被移走）。</translation>
    </message>
    <message>
        <source>This is a folder. Choose a file in it.</source>
        <translation>这是文件夹，请选择其中的文件。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>文件是空的。</translation>
    </message>
</context>
<context>
    <name>Standing</name>
    <message>
        <source>This needs a decision or a letter: enter its number (for an entry made up from paper, its date).</source>
        <translation>须有决定或介绍信：请填写文号（补录纸质材料的填日期）。</translation>
    </message>
    <message>
        <source>Enter the organisation on the other side of the transfer.</source>
        <translation>请填写转接的对方党组织。</translation>
    </message>
    <message>
        <source>Only a probationary member can take this step.</source>
        <translation>只有预备党员可以办理。</translation>
    </message>
    <message>
        <source>A probationary member is not expelled: the probation is cancelled.</source>
        <translation>预备党员不开除党籍，应取消预备党员资格。</translation>
    </message>
    <message>
        <source>The day of joining is missing. Enter it first: the year of probation counts from it.</source>
        <translation>缺加入党组织日期。请先填写，预备期由此起算。</translation>
    </message>
    <message>
        <source>The year of probation ends on %1; the member cannot become a full one before.</source>
        <translation>预备期到%1届满，此前不能转正。</translation>
    </message>
    <message>
        <source>Enter the month in which contact was lost.</source>
        <translation>请填写失去联系的年月。</translation>
    </message>
    <message>
        <source>A member counts as lost after %1 months without contact, that is from %2 on.</source>
        <translation>失去联系满%1个月方为失联党员，即自%2起。</translation>
    </message>
    <message>
        <source>The member is not marked as lost. Mark the lost contact first.</source>
        <translation>该党员未标记失联，请先标记。</translation>
    </message>
    <message>
        <source>The member is already marked as lost.</source>
        <translation>该党员已标记为失联。</translation>
    </message>
    <message>
        <source>Membership was stopped on %1; a member still lost is struck off after two years, from %2 on.</source>
        <translation>已于%1停止党籍；停止党籍满两年仍失联的方可除名，即自%2起。</translation>
    </message>
</context>
<context>
    <name>StateMachine</name>
    <message>
        <source>“%1” is not possible in the state “%2”.</source>
        <translation>在“%2”状态下不能“%1”。</translation>
    </message>
    <message>
        <source>“%1” is not for you to decide.</source>
        <translation>您无权决定“%1”。</translation>
    </message>
    <message>
        <source>The history has a step that is not possible: “%1” in the state “%2”.</source>
        <translation>记录中有不可能的变动：在“%2”状态下“%1”。</translation>
    </message>
</context>
<context>
    <name>Storage</name>
    <message>
        <source>The book is being written by another program. Wait a moment and try again.</source>
        <translation>其他程序正在写入这本社区册。请稍候再试。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was changed; free some space and try again.</source>
        <translation>磁盘已满，未作任何改动。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The book is read-only here. Copy it to a folder where you may write, or ask for the right to write.</source>
        <translation>这本社区册在此处是只读的。请复制到可写的文件夹，或申请写入权限。</translation>
    </message>
    <message>
        <source>The file is damaged or is not a book. Open the latest backup instead; the file itself was left as it is.</source>
        <translation>文件已损坏，或者不是社区册。请打开最近的备份；原文件保持原样。</translation>
    </message>
    <message>
        <source>The disk or the share does not answer. Nothing was changed; check the connection and try again.</source>
        <translation>磁盘或共享文件夹没有响应，未作任何改动。请检查连接后重试。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The entry breaks a rule of the book and was not saved.</source>
        <translation>所填内容违反社区册的规则，没有保存。</translation>
    </message>
    <message>
        <source>The book could not be read or written. Nothing was changed.</source>
        <translation>社区册无法读写，未作任何改动。</translation>
    </message>
    <message>
        <source>This installation is incomplete: the SQLite driver is missing.</source>
        <translation>程序安装不完整：缺少SQLite驱动。</translation>
    </message>
    <message>
        <source>Another change is still being saved. Try again.</source>
        <translation>另一项修改正在保存，请再试一次。</translation>
    </message>
</context>
<context>
    <name>TableWriter</name>
    <message>
        <source>A text table holds one sheet only. Choose .xlsx.</source>
        <translation>文本表格只能有一个工作表，请选.xlsx。</translation>
    </message>
    <message>
        <source>“%1” cannot be written. If it is open in another program, close it there; otherwise choose another name or folder.</source>
        <translation>“%1”无法写入。如在其他程序中打开，请先关闭；否则请换名称或文件夹。</translation>
    </message>
    <message>
        <source>The folder “%1” is no longer there. Choose another one.</source>
        <translation>文件夹“%1”已不存在，请另选。</translation>
    </message>
    <message>
        <source>The spreadsheet could not be written (%1).</source>
        <translation>表格无法写入（%1）。</translation>
    </message>
    <message>
        <source>The text in row %1, column %2 is longer than a spreadsheet can hold (32,767 characters).</source>
        <translation>第%1行第%2列的文字超出表格上限（32767字）。</translation>
    </message>
    <message>
        <source>There is no sheet to write to.</source>
        <translation>没有可写的工作表。</translation>
    </message>
    <message>
        <source>A sheet holds 1,048,576 rows. Choose fewer rows, or write them as .csv.</source>
        <translation>一个工作表最多1048576行。请减少行数，或写成.csv。</translation>
    </message>
    <message>
        <source>“%1”: tables are written as .xlsx or .csv. Give the file one of these endings.</source>
        <translation>“%1”：表格只能写成 .xlsx 或 .csv，请改扩展名。</translation>
    </message>
</context>
<context>
    <name>Terms</name>
    <message>
        <source>The organisation does not exist on %1.</source>
        <translation>%1时该党组织不存在。</translation>
    </message>
    <message>
        <source>The term before was elected on %1; the next one must lie later.</source>
        <translation>上一届于%1选举产生，新一届须在其后。</translation>
    </message>
    <message>
        <source>An early or late change needs the number of the approving document.</source>
        <translation>提前或延期换届须填批准文号。</translation>
    </message>
    <message>
        <source>The term ends on %1; it may be shifted by 12 months at most, to a day from %2 to %3.</source>
        <translation>本届%1届满，提前或延期最多12个月，即%2至%3。</translation>
    </message>
    <message>
        <source>“%1” is a Party group: it has a leader and no committee, so it has no term. The term is that of its branch.</source>
        <translation>“%1”是党小组，只设组长、不设委员会，没有届期；届期随所在党支部。</translation>
    </message>
    <message>
        <source>The superior appoints who leads “%1”; it is not elected for a term.</source>
        <translation>“%1”的负责人由上级党组织指定，不选举，没有届期。</translation>
    </message>
    <message>
        <source>“%1” is a functional organisation: it holds no relations of members and elects no committee.</source>
        <translation>“%1”是功能型党组织，不转接组织关系，不选举委员会。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>录入</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Everything has its place here</source>
        <translation>各类台账都在这里</translation>
    </message>
    <message>
        <source>Grids and residents, organisations and members, reports, settings. Up and Down move, Return goes there. The arrow at the bottom folds it to icons.</source>
        <translation>网格与居民、党组织与党员、报表、设置。上下键移动，回车进入；底部箭头可收起为图标。</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>什么都能找</translation>
    </message>
    <message>
        <source>Press Ctrl+K and type a name, its pinyin initials, the last digits of an ID number or telephone, an address, or what you want to do.</source>
        <translation>按Ctrl+K，输入姓名、拼音首字母、证件或电话末几位、地址，或想办的事。</translation>
    </message>
    <message>
        <source>As of which day</source>
        <translation>截至哪一天</translation>
    </message>
    <message>
        <source>Today, unless you choose another one: then every list and number shows the book as it stood on that day, and the window changes its colour.</source>
        <translation>平时是今天；另选一天，所有名册和数字都按那一天显示，窗口随之变色。</translation>
    </message>
    <message>
        <source>Filter under the head</source>
        <translation>表头下可筛选</translation>
    </message>
    <message>
        <source>Type below a column to narrow the list: characters, pinyin or initials. What is exported or printed is what you see.</source>
        <translation>在列下输入汉字、拼音或首字母即可筛选。导出和打印的就是眼前所见。</translation>
    </message>
    <message>
        <source>Bring your rosters in</source>
        <translation>导入现有花名册</translation>
    </message>
    <message>
        <source>A spreadsheet as it is, with titles, merged heads and mistakes. You see what becomes of each row before anything is written, and can take it all back.</source>
        <translation>表格不必整理，标题行、合并表头、错误都认得。写入前可看到每一行如何处理，写入后也能整批撤销。</translation>
    </message>
    <message>
        <source>The report writes itself</source>
        <translation>报告自动生成</translation>
    </message>
    <message>
        <source>At the end of a quarter open it here. A click on any number shows the people behind it. F1 helps on every page.</source>
        <translation>季末在这里打开报告，点任一数字即可看到名单。每一页按F1有帮助。</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的步骤。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的步骤。</translation>
    </message>
    <message>
        <source>This step was already taken back.</source>
        <translation>这一步已经撤销。</translation>
    </message>
    <message>
        <source>There is no such step in the journal.</source>
        <translation>日志中没有这一步。</translation>
    </message>
    <message>
        <source>This step is itself an undo or a redo. Choose the step that it belongs to.</source>
        <translation>这一步本身是撤销或重做，请选择它对应的那一步。</translation>
    </message>
    <message>
        <source>The program brought the book up to date; that cannot be taken back.</source>
        <translation>这是程序升级册子时所作，不能撤销。</translation>
    </message>
</context>
<context>
    <name>UnitOfWork</name>
    <message>
        <source>The book is open for reading only. Close it elsewhere and open it again to change it.</source>
        <translation>社区册以只读方式打开。请在别处关闭后重新打开再修改。</translation>
    </message>
    <message>
        <source>This program tried to write where it must not. Nothing was changed.</source>
        <translation>程序试图写入不该写的地方，未作任何改动。</translation>
    </message>
    <message>
        <source>The record no longer exists. Reload the list.</source>
        <translation>这条记录已不存在，请刷新列表。</translation>
    </message>
    <message>
        <source>Somebody changed this record meanwhile. Compare both versions and save again.</source>
        <translation>其间有人修改了这条记录。请对比两个版本后再保存。</translation>
    </message>
    <message>
        <source>This record was already removed or brought back. Reload the list.</source>
        <translation>这条记录已经作废或恢复，请刷新列表。</translation>
    </message>
    <message>
        <source>This step cannot be taken back: “%1” was changed again later. Take back the later change first.</source>
        <translation>这一步不能撤销：“%1”后来又有修改。请先撤销后来的修改。</translation>
    </message>
    <message>
        <source>%1: the period overlaps another one of the same record. End the earlier one first.</source>
        <translation>%1：起止日期与同一记录的另一段重叠。请先终止前一段。</translation>
    </message>
    <message>
        <source>%1: another person in this book has this ID number. Open that person instead, or check the number.</source>
        <translation>%1：本册已有人使用此身份号码。请打开那个人，或核对号码。</translation>
    </message>
    <message>
        <source>%1: the book already holds a record with the same key (code, number or name).</source>
        <translation>%1：本册已有编码、编号或名称相同的记录。</translation>
    </message>
    <message>
        <source>%1: a required entry is missing.</source>
        <translation>%1：缺必填项。</translation>
    </message>
    <message>
        <source>%1: the record that it refers to does not exist.</source>
        <translation>%1：所引用的记录不存在。</translation>
    </message>
    <message>
        <source>This step was made before the book was brought up to date and cannot be taken back any more. Change the record itself.</source>
        <translation>这一步是册子升级之前所作，已不能撤销。请直接修改该条记录。</translation>
    </message>
    <message>
        <source>%1: an entry that is kept readable holds an ID number or a telephone number. Write the number into its own field or into the note, which are sealed.</source>
        <translation>%1：明文保存的内容中有证件号码或电话。请填入专门的栏目或备注（加密保存）。</translation>
    </message>
</context>
<context>
    <name>Whereabouts</name>
    <message>
        <source>Whether the member is mobile or lost was entered anew from %1 on. Choose a later day, or correct that entry.</source>
        <translation>从 %1 起已另行登记流动或失联情况。请选择更晚的日期，或更正那条登记。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The sex is missing; write 男 or 女.</source>
        <translation>未填性别，请填男或女。</translation>
    </message>
    <message>
        <source>“%1” is not a sex; write 男 or 女.</source>
        <translation>“%1”不是性别，请填男或女。</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no; write 是 or 否.</source>
        <translation>“%1”不是是或否，请填是或否。</translation>
    </message>
</context>
<context>
    <name>XlsxDocument</name>
    <message>
        <source>“%1” could not be written. Choose another folder or close the file in other programs.</source>
        <translation>“%1”无法写入。请另选文件夹，或在其他程序中关闭该文件。</translation>
    </message>
</context>
<context>
    <name>gridbook::ChartWidget</name>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
</context>
<context>
    <name>gridbook::DocumentView</name>
    <message>
        <source>Preview of the paper</source>
        <translation>文稿预览</translation>
    </message>
    <message>
        <source>No pages</source>
        <translation>没有页面</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>第%1页，共%2页</translation>
    </message>
    <message>
        <source>Page %1 of %2, number %3: press Enter to see its rows</source>
        <translation>第%1页，共%2页，数字%3：按回车查看明细</translation>
    </message>
</context>
<context>
    <name>gridbook::PreviewPane</name>
    <message>
        <source>Paper tools</source>
        <translation>文稿工具</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Save as a PDF file</source>
        <translation>存为PDF文件</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Save as an Excel file</source>
        <translation>存为Excel文件</translation>
    </message>
    <message>
        <source>Previous page</source>
        <extracomment>Of a paper, not of a list</extracomment>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Page number</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>/ %1</source>
        <extracomment>Behind the number of the page: &quot;3 / 12&quot;</extracomment>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>整页</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::AdmitDialog</name>
    <message>
        <source>Put a person on the register of members</source>
        <translation>党员登记入册</translation>
    </message>
    <message>
        <source>&amp;How</source>
        <translation>方式(&amp;H)</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Choose the person.</source>
        <translation>请选择人员。</translation>
    </message>
    <message>
        <source>On this day the person is on the register already.</source>
        <translation>此人当日已在册。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>办理</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BackLink</name>
    <message>
        <source>← Back</source>
        <translation>← 返回</translation>
    </message>
    <message>
        <source>To where this was opened (Alt+Left)</source>
        <translation>回到打开此页的地方（Alt+←）</translation>
    </message>
    <message>
        <source>← Back to %1</source>
        <translation>← 返回%1</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BuildingMoveDialog</name>
    <message numerus="yes">
        <source>Move %n building(s) to another grid</source>
        <translation>
            <numerusform>把%n幢楼划入其他网格</numerusform>
        </translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Buildings</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Resident households</source>
        <translation>常住户</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>What changes in the grids</source>
        <translation>各网格的变化</translation>
    </message>
    <message>
        <source>%1. Counts of earlier days stay as they are.</source>
        <translation>%1。以前的统计不变。</translation>
    </message>
    <message>
        <source>Choose the grid that they go to.</source>
        <translation>请选择划入的网格。</translation>
    </message>
    <message numerus="yes">
        <source>Move %n building(s)</source>
        <translation>
            <numerusform>划转%n幢楼</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BuildingsDialog</name>
    <message>
        <source>Add buildings</source>
        <translation>批量新增楼栋</translation>
    </message>
    <message>
        <source>Choose the estate.</source>
        <translation>请选择小区。</translation>
    </message>
    <message>
        <source>Enter the numbers of the buildings.</source>
        <translation>请填写栋号。</translation>
    </message>
    <message>
        <source>All of these buildings are in the book already.</source>
        <translation>这些楼栋册中都已有。</translation>
    </message>
    <message numerus="yes">
        <source>Add up to %n building(s)</source>
        <translation>
            <numerusform>新增最多%n栋</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Ranges and lists can be mixed: 1-10幢, or 1、3、5-7号楼.</source>
        <translation>可写范围或列举：1-10幢，或1、3、5-7号楼。</translation>
    </message>
    <message>
        <source>%1. Those that the estate has already stay as they are.</source>
        <translation>%1。小区已有的楼栋保持不变。</translation>
    </message>
    <message>
        <source>%1: buildings added</source>
        <translation>%1：已新增楼栋</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BulkDialog</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changing records</source>
        <translation>正在修改</translation>
    </message>
    <message>
        <source>Looking at each record</source>
        <translation>正在逐条查看</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) changed. One undo takes it back.</source>
        <translation>
            <numerusform>已修改%n条，撤销一次即可全部恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 will be changed, %2 are so already, %3 cannot be changed and stay as they are.</source>
        <translation>将修改%1条；%2条原值相同，不变；%3条不能修改，保持原样。</translation>
    </message>
    <message numerus="yes">
        <source>Change %n record(s)</source>
        <translation>
            <numerusform>修改%n条</numerusform>
        </translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BulkEdit</name>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消，未作任何改动。</translation>
    </message>
    <message>
        <source>%1: %2 Nothing was changed.</source>
        <translation>%1：%2未作任何改动。</translation>
    </message>
    <message>
        <source>Its record begins only on %1.</source>
        <translation>其记录自%1才开始。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field and what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BulkEditDialog</name>
    <message numerus="yes">
        <source>Change %n record(s): %1</source>
        <translation>
            <numerusform>修改%n条：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change “%1” of %n record(s)</source>
        <translation>
            <numerusform>修改%n条的“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>项目(&amp;F)</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>A change from this day on:</source>
        <translation>自此日起变更：</translation>
    </message>
    <message>
        <source>First day of the change</source>
        <translation>变更起始日期</translation>
    </message>
    <message>
        <source>Correct the old record</source>
        <translation>更正原记录</translation>
    </message>
    <message>
        <source>Reason, for the history (may stay empty)</source>
        <translation>原因，记入变更历史（可不填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>New &amp;value</source>
        <translation>新值(&amp;V)</translation>
    </message>
    <message>
        <source>Choose a field…</source>
        <translation>选择字段…</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <extracomment>takes the entry of a field away in many records</extracomment>
        <translation>清空该字段</translation>
    </message>
    <message>
        <source>Choose the field that is to be changed.</source>
        <translation>请选择要修改的字段。</translation>
    </message>
    <message>
        <source>Enter the new value, or tick “Empty the field”.</source>
        <translation>请填写新值，或者勾选“清空该字段”。</translation>
    </message>
    <message>
        <source>Enter the new value.</source>
        <translation>请填写新值。</translation>
    </message>
    <message numerus="yes">
        <source>Check the %n marked one(s) first.</source>
        <translation>
            <numerusform>请先核对标出的 %n 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>I have checked the marked ones</source>
        <translation>带标记的各条均已核对</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::BulkModel</name>
    <message>
        <source>Now</source>
        <extracomment>the value before the change</extracomment>
        <translation>现在</translation>
    </message>
    <message>
        <source>New</source>
        <extracomment>the value after the change</extracomment>
        <translation>改为</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>is changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>is so already</source>
        <translation>原值相同</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>不变：%1</translation>
    </message>
    <message>
        <source>is changed; check: %1</source>
        <translation>修改；请核对：%1</translation>
    </message>
    <message>
        <source>is emptied</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::CalendarPopup</name>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Today (%1)</source>
        <translation>今天（%1）</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::CellEdit</name>
    <message>
        <source>The book is open for reading only; nothing can be changed.</source>
        <translation>本册以只读方式打开，不能修改。</translation>
    </message>
    <message>
        <source>“%1” is changed in the form: press Enter.</source>
        <translation>“%1”请在表单中修改：按回车键打开。</translation>
    </message>
    <message>
        <source>“%1” is not filled down: it differs from record to record.</source>
        <translation>“%1”各条记录不同，不能向下填充。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::Chip</name>
    <message>
        <source>Remove (Delete)</source>
        <translation>移除（Delete）</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::CitizenIdEditor</name>
    <message>
        <source>Show the whole number (Alt+Down)</source>
        <translation>显示完整号码（Alt+↓）</translation>
    </message>
    <message>
        <source>Made from an old number of 15 digits; compare it with the card.</source>
        <translation>由15位旧号码换算，请对照身份证核对。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::CodeEditor</name>
    <message>
        <source>Show all (Alt+Down)</source>
        <translation>显示全部（Alt+↓）</translation>
    </message>
    <message>
        <source>This entry is no longer in use.</source>
        <translation>此选项已停用。</translation>
    </message>
    <message>
        <source>“%1” is not in the list; choose an entry (Alt+Down shows all).</source>
        <translation>“%1”不在选项中，请选择（按Alt+↓显示全部）。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ColumnStep</name>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>First head row</source>
        <translation>表头首行</translation>
    </message>
    <message>
        <source>Last head row</source>
        <translation>表头末行</translation>
    </message>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation>文件各列及其含义</translation>
    </message>
    <message>
        <source>&amp;Sheet</source>
        <translation>工作表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Head from row</source>
        <translation>表头从第(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;to row</source>
        <translation>行到第(&amp;T)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>表头</translation>
    </message>
    <message>
        <source>What column “%1” means</source>
        <translation>“%1”列的含义</translation>
    </message>
    <message>
        <source>(number, not read)</source>
        <translation>（序号，不读取）</translation>
    </message>
    <message>
        <source>(not read)</source>
        <translation>（不读取）</translation>
    </message>
    <message numerus="yes">
        <source>%n columns understood</source>
        <translation>
            <numerusform>已识别%n列</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not read</source>
        <translation>
            <numerusform>%n列不读取</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ConflictPanel</name>
    <message>
        <source>Take over and save</source>
        <translation>采用并保存</translation>
    </message>
    <message>
        <source>This record was changed meanwhile</source>
        <translation>这条记录其间已被修改</translation>
    </message>
    <message>
        <source>Back to my form</source>
        <translation>返回我的表单</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>对方的</translation>
    </message>
    <message>
        <source>%1: mine</source>
        <translation>%1：我的</translation>
    </message>
    <message>
        <source>%1: theirs</source>
        <translation>%1：对方的</translation>
    </message>
    <message>
        <source>Choose for each field which entry is right. Nothing has been saved yet.</source>
        <translation>请逐项选择哪个正确。现在还没有保存。</translation>
    </message>
    <message>
        <source>%1 saved it first. Choose for each field which entry is right. Nothing of yours has been saved yet.</source>
        <translation>%1已先保存。请逐项选择哪个正确。您的修改还没有保存。</translation>
    </message>
    <message numerus="yes">
        <source>%n other field(s) changed by them will be taken over.</source>
        <translation>
            <numerusform>对方修改的另外%n项将一并采用。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::DateEditor</name>
    <message>
        <source>Calendar (Alt+Down); today is Ctrl+;</source>
        <translation>日历（Alt+↓）；今天按Ctrl+;</translation>
    </message>
    <message>
        <source>to the year</source>
        <translation>精确到年</translation>
    </message>
    <message>
        <source>to the month</source>
        <translation>精确到月</translation>
    </message>
    <message>
        <source>age %1</source>
        <translation>%1周岁</translation>
    </message>
    <message>
        <source>The day is needed here, for example %1.</source>
        <translation>此处须填到日，例如%1。</translation>
    </message>
    <message>
        <source>The month is needed here.</source>
        <translation>此处须填到月。</translation>
    </message>
    <message>
        <source>Not before %1.</source>
        <translation>不早于%1。</translation>
    </message>
    <message>
        <source>Not after %1.</source>
        <translation>不晚于%1。</translation>
    </message>
    <message>
        <source>In a date: today</source>
        <translation>日期栏：填今天</translation>
    </message>
    <message>
        <source>In a date: the calendar</source>
        <translation>日期栏：打开日历</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::Desk</name>
    <message>
        <source>Open another book…</source>
        <translation>打开另一本社区册…</translation>
    </message>
    <message>
        <source>New book…</source>
        <translation>新建社区册…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Communities and population</source>
        <translation>社区与户数人口</translation>
    </message>
    <message>
        <source>Close this book</source>
        <translation>关闭这本社区册</translation>
    </message>
    <message>
        <source>This version has no page “%1”.</source>
        <translation>此版本没有页面“%1”。</translation>
    </message>
    <message>
        <source>The book is open for reading only; nothing can be imported into it.</source>
        <translation>社区册以只读方式打开，不能导入。</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
    <message>
        <source>Backup written and checked: %1</source>
        <translation>备份已写好并校验：%1</translation>
    </message>
    <message>
        <source>Last backup %1</source>
        <translation>最近备份 %1</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>还没有备份</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>找到%n项</numerusform>
        </translation>
    </message>
    <message>
        <source>the page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Pages and commands</source>
        <translation>页面与命令</translation>
    </message>
    <message>
        <source>%1 (reading only)</source>
        <translation>%1（只读）</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::DetailPanel</name>
    <message>
        <source>Select a row to see its details here.</source>
        <translation>选中一行，在此查看详情。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>显示%1</translation>
    </message>
    <message>
        <source>Show %1 of %2</source>
        <translation>显示%2的%1</translation>
    </message>
    <message>
        <source>What for? This is logged.</source>
        <translation>有何用途？将留痕备查。</translation>
    </message>
    <message>
        <source>To contact the person</source>
        <translation>联系本人</translation>
    </message>
    <message>
        <source>To check against documents</source>
        <translation>核对证件材料</translation>
    </message>
    <message>
        <source>Asked for by the street office</source>
        <translation>街道要求报送</translation>
    </message>
    <message>
        <source>Open the list</source>
        <translation>打开列表</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>经历</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>What can be done with this record</source>
        <translation>可对此记录办理的事项</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Add: %1</source>
        <translation>新增：%1</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::DuplicatesPage</name>
    <message>
        <source>same ID number</source>
        <translation>身份号码相同</translation>
    </message>
    <message>
        <source>same name and birth</source>
        <translation>姓名和出生日期相同</translation>
    </message>
    <message>
        <source>same name and phone</source>
        <translation>姓名和电话相同</translation>
    </message>
    <message>
        <source>%1, but two ID numbers</source>
        <translation>%1，但身份号码不同</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>疑似重复</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Goes into it</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation>改为保留另一条</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Not the same person…</source>
        <translation>不是同一人…</translation>
    </message>
    <message>
        <source>No people who look alike</source>
        <translation>没有疑似重复的人员</translation>
    </message>
    <message>
        <source>Pairs appear here when two records have the same ID number, the same name and birth, or the same name and phone.</source>
        <translation>身份号码相同、姓名和出生日期相同，或姓名和电话相同的两条记录会列在这里。</translation>
    </message>
    <message>
        <source>%1: %2. Empty entries are filled from the other record; where both say something, click the right one (or press Return on it).</source>
        <translation>%1：%2。空项由另一条记录补上；两边都有内容的，请点选正确的（或按回车）。</translation>
    </message>
    <message>
        <source>will stand</source>
        <translation>将保留</translation>
    </message>
    <message>
        <source>will be lost</source>
        <translation>将舍弃</translation>
    </message>
    <message>
        <source>The two records of %1 are one. One undo takes it back.</source>
        <translation>%1的两条记录已合并，撤销一次即可恢复。</translation>
    </message>
    <message>
        <source>Not the same person</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>How do you know?</source>
        <translation>依据是什么？</translation>
    </message>
    <message>
        <source>asked them</source>
        <translation>已向本人核实</translation>
    </message>
    <message>
        <source>relatives who share a phone</source>
        <translation>亲属共用电话</translation>
    </message>
    <message>
        <source>different ID numbers</source>
        <translation>身份号码不同</translation>
    </message>
    <message>
        <source>Remembered: two people.</source>
        <translation>已记下：是两个人。</translation>
    </message>
    <message>
        <source>%1 (differs where it is masked)</source>
        <translation>%1（不同之处已遮蔽）</translation>
    </message>
    <message>
        <source>Nothing was merged: %1</source>
        <translation>未合并：%1</translation>
    </message>
    <message>
        <source>A backup is made before the merge…</source>
        <translation>合并前正在备份…</translation>
    </message>
    <message>
        <source>Stays: %1</source>
        <translation>保留：%1</translation>
    </message>
    <message>
        <source>Goes into it: %1</source>
        <translation>并入：%1</translation>
    </message>
    <message>
        <source>nothing else hangs on it</source>
        <translation>名下没有其他记录</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Both are on the register at the same time: choose in the first row which relation counts; the other one is voided.</source>
        <translation>两条记录同时在册：请在第一行点选以哪一段组织关系为准，另一段作废。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::DurationEditor</name>
    <message>
        <source>%1 h</source>
        <translation>%1小时</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1分钟</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::Editor</name>
    <message>
        <source>This field must be filled in.</source>
        <translation>此项必填。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ExportDialog</name>
    <message>
        <source>Columns as shown</source>
        <translation>当前显示的列</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出%1</translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation>Excel工作簿（.xlsx）</translation>
    </message>
    <message>
        <source>Text table (.csv)</source>
        <translation>文本表格（.csv）</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>信息保护</translation>
    </message>
    <message>
        <source>Text table (*.csv)</source>
        <translation>文本表格 (*.csv)</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message numerus="yes">
        <source>Exported %Ln row(s) to %1.</source>
        <translation>
            <numerusform>已导出%Ln行到%1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::FieldRow</name>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::FigureHead</name>
    <message>
        <source>What counts: %1</source>
        <translation>统计口径：%1</translation>
    </message>
    <message>
        <source>Counted %1</source>
        <extracomment>The records that a number counts, and how many they are</extracomment>
        <translation>计入的 %1</translation>
    </message>
    <message>
        <source>Nearly counted %1</source>
        <extracomment>The records that a number nearly counts, and how many they are</extracomment>
        <translation>差一点计入的 %1</translation>
    </message>
    <message>
        <source>Records that one could have expected here, and why they do not count</source>
        <translation>看似应当计入、实际未计入的记录及其原因</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::FileStep</name>
    <message>
        <source>&amp;Choose a file…</source>
        <translation>选择文件(&amp;C)…</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录种类</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Found by itself</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Sheets of the file</source>
        <translation>文件的工作表</translation>
    </message>
    <message>
        <source>First rows of the sheet</source>
        <translation>工作表的前几行</translation>
    </message>
    <message>
        <source>The rows are</source>
        <translation>每行是</translation>
    </message>
    <message>
        <source>Choose a roster</source>
        <translation>选择花名册</translation>
    </message>
    <message>
        <source>Spreadsheets and text tables (*.xlsx *.xlsm *.csv *.txt)</source>
        <translation>电子表格和文本表格 (*.xlsx *.xlsm *.csv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>No file yet. Choose one, or drop it here.</source>
        <translation>尚未选择文件。请选择，或把文件拖到这里。</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>A hidden sheet</source>
        <translation>隐藏的工作表</translation>
    </message>
    <message numerus="yes">
        <source>%n known columns</source>
        <translation>
            <numerusform>识别出%n列</numerusform>
        </translation>
    </message>
    <message>
        <source>No head row found</source>
        <translation>未找到表头行</translation>
    </message>
    <message>
        <source>Recognised by its headings: %1</source>
        <extracomment>a kind of record: Grid</extracomment>
        <translation>按表头识别为：%1</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::FilterCell</name>
    <message>
        <source>Filter by %1</source>
        <translation>按%1筛选</translation>
    </message>
    <message>
        <source>%1 contains; pinyin and initials are found too</source>
        <translation>%1包含；也可输入拼音或首字母</translation>
    </message>
    <message>
        <source>%1 is protected: enter it whole and press Enter</source>
        <translation>%1已密封：请输入完整内容后按回车</translation>
    </message>
    <message>
        <source>%1 is protected and cannot be filtered</source>
        <translation>%1已密封，不能筛选</translation>
    </message>
    <message>
        <source>Filter by %1 (Enter opens)</source>
        <translation>按%1筛选（回车打开）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>whole, then Enter</source>
        <translation>完整号码，回车</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::GridStepDialog</name>
    <message>
        <source>Choose the person.</source>
        <translation>请选择人员。</translation>
    </message>
    <message>
        <source>Close the grid</source>
        <translation>撤销网格</translation>
    </message>
    <message>
        <source>Appoint</source>
        <translation>任命</translation>
    </message>
    <message>
        <source>The grid is closed from that day on and its posts end; its code is never used again.</source>
        <translation>网格自当日起撤销，岗位任职随之终止，编码不再使用。</translation>
    </message>
    <message>
        <source>The post of the leader before ends on that day.</source>
        <translation>原网格长的任职于当日终止。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::HelpPanel</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>带我看一遍</translation>
    </message>
    <message>
        <source>Close the help</source>
        <translation>关闭帮助</translation>
    </message>
    <message>
        <source>Close the help (F1)</source>
        <translation>关闭帮助（F1）</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::HistoryModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What and why</source>
        <translation>事项与原因</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::HistoryPage</name>
    <message>
        <source>Search: title, name, reason</source>
        <translation>搜索：事项、姓名、原因</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Take this batch back…</source>
        <translation>撤销这一批…</translation>
    </message>
    <message>
        <source>History of the book</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>Day or month</source>
        <translation>日期或年月</translation>
    </message>
    <message>
        <source>Nothing here fits the filter. Every change of the book is listed on this page as soon as it is made.</source>
        <translation>没有符合筛选的变更。社区册的每次变更都会列在这里。</translation>
    </message>
    <message>
        <source>This batch was already taken back.</source>
        <translation>这一批已经撤销。</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>第%1号</translation>
    </message>
    <message>
        <source>… only the first %1 records are shown here.</source>
        <translation>……此处只显示前%1条。</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Take back “%1”?</source>
        <translation>撤销“%1”？</translation>
    </message>
    <message>
        <source>Everything that this batch changed becomes what it was before. Taking back is a step of its own and can itself be undone.</source>
        <translation>这一批的全部修改恢复原样。撤销本身也是一步，可以再撤销。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Changed the same records later: %1.</source>
        <translation>后来又修改了同样的记录：%1。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>变更历史</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Restore the version before</source>
        <translation>恢复到此前版本</translation>
    </message>
    <message>
        <source>Show the batch</source>
        <translation>查看整批变更</translation>
    </message>
    <message>
        <source>Nothing yet: the history begins when the record is saved.</source>
        <translation>暂无：保存后开始记录变更历史。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n次变更</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::HomePage</name>
    <message>
        <source>%1 · as of %2</source>
        <translation>%1 · 截至%2</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>Open the quarterly report</source>
        <translation>打开季度报告</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Members at the end of four quarters</source>
        <translation>近四季度末党员数</translation>
    </message>
    <message>
        <source>against last quarter %1</source>
        <translation>比上季度 %1</translation>
    </message>
    <message>
        <source>Re-election</source>
        <translation>换届</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>超期</translation>
    </message>
    <message numerus="yes">
        <source>%1: the term ended %n day(s) ago</source>
        <translation>
            <numerusform>%1：已届满%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>Within six months</source>
        <translation>六个月内届满</translation>
    </message>
    <message numerus="yes">
        <source>%1: the term ends in %n day(s)</source>
        <translation>
            <numerusform>%1：还有%n天届满</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks before the report</source>
        <translation>报告前校核</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Cannot be computed</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>%1: no election is recorded</source>
        <translation>%1：没有选举记录</translation>
    </message>
    <message>
        <source>Nothing is due. All checks hold.</source>
        <translation>没有到期事项，校核全部相符。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) in statistics · click a bar for the names</source>
        <translation>
            <numerusform>列入统计%n名 · 点击柱形查看名单</numerusform>
        </translation>
    </message>
    <message>
        <source>on the register</source>
        <translation>在册</translation>
    </message>
    <message>
        <source>Members by age (years)</source>
        <translation>党员年龄结构（岁）</translation>
    </message>
    <message>
        <source>(new)</source>
        <translation>（新增）</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n entry(ies), %2</source>
        <translation>
            <numerusform>%1 · %n项，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>the record is no longer there on this day</source>
        <translation>此记录在当日已不存在</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard what was not saved of “%1”?</source>
        <translation>放弃“%1”未保存的内容？</translation>
    </message>
    <message>
        <source>The entries of the draft are gone then; the book itself stays as it is.</source>
        <translation>草稿内容将丢失，册子本身不变。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Begin here</source>
        <translation>从这里开始</translation>
    </message>
    <message>
        <source>Take in the rosters of members that the office has, as they are</source>
        <translation>把现有的党员花名册原样导入</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Communities, their grids and households</source>
        <translation>登记社区、网格和户数</translation>
    </message>
    <message>
        <source>Party organizations and their terms</source>
        <translation>登记党组织和届次</translation>
    </message>
    <message>
        <source>never recorded</source>
        <translation>从未登记</translation>
    </message>
    <message>
        <source>Extended by approval</source>
        <translation>经批准延期</translation>
    </message>
    <message numerus="yes">
        <source>%1: the extension ends in %n day(s)</source>
        <translation>
            <numerusform>%1：延期还有%n天届满</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ImportWizard</name>
    <message>
        <source>Reading the file</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>上一步(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一步(&amp;N)</translation>
    </message>
    <message>
        <source>Import a roster</source>
        <translation>导入花名册</translation>
    </message>
    <message>
        <source>File and sheets</source>
        <translation>文件与工作表</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取%1</translation>
    </message>
    <message>
        <source>Sheet “%1”: no column means “%2”. Choose it above the column, correct the head rows, or leave the sheet out.</source>
        <translation>工作表“%1”：没有对应“%2”的列。请在列上方选择，更正表头行，或不导入此表。</translation>
    </message>
    <message>
        <source>Comparing the rows with the book</source>
        <translation>正在逐行与册子比对</translation>
    </message>
    <message>
        <source>Imported: %1 new, %2 changed</source>
        <translation>已导入：新增%1，变更%2</translation>
    </message>
    <message>
        <source>Cancelled. The book is as it was.</source>
        <translation>已取消，册子保持原样。</translation>
    </message>
    <message>
        <source>Save the rows to be corrected</source>
        <translation>保存需更正的行</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Excel表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>The rows are being written. Wait, or cancel the import first.</source>
        <translation>正在写入，请等待，或先取消导入。</translation>
    </message>
    <message>
        <source>Leave the import?</source>
        <translation>离开导入？</translation>
    </message>
    <message>
        <source>Nothing has been imported yet; what you mended and decided here is lost.</source>
        <translation>尚未导入；在此做的更正和选择将丢失。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The import is taken back</source>
        <translation>已撤销本次导入</translation>
    </message>
    <message>
        <source>The book had members before. Say how the new ones came, then go on.</source>
        <translation>册子里原已有党员。请先说明新增党员的增加方式，再继续。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ListPage</name>
    <message>
        <source>Save an empty template</source>
        <translation>保存空白模板</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>Saved the template %1. Fill it in and import it here.</source>
        <translation>模板已存为%1，填好后在此导入。</translation>
    </message>
    <message>
        <source>Change many at once…</source>
        <translation>批量修改…</translation>
    </message>
    <message>
        <source>History</source>
        <translation>变更历史</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Only %1 “%2”</source>
        <translation>只看%1“%2”</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Sort ascending</source>
        <translation>升序</translation>
    </message>
    <message>
        <source>Sort descending</source>
        <translation>降序</translation>
    </message>
    <message>
        <source>Only without %1</source>
        <translation>只看未填%1的</translation>
    </message>
    <message>
        <source>Only with %1</source>
        <translation>只看已填%1的</translation>
    </message>
    <message>
        <source>Let it scroll</source>
        <translation>取消冻结</translation>
    </message>
    <message>
        <source>Keep in sight</source>
        <translation>冻结此列</translation>
    </message>
    <message>
        <source>Hide the column</source>
        <translation>隐藏此列</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>恢复默认布局</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Add a record (Ctrl+N)</source>
        <translation>新增一条（Ctrl+N）</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export what is shown…</source>
        <translation>导出当前列表…</translation>
    </message>
    <message>
        <source>Save an empty template…</source>
        <translation>保存空白模板…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Details of the selected record</source>
        <translation>选中记录的详情</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>截至%1</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>列表无法读取</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>没有符合条件的记录</translation>
    </message>
    <message>
        <source>%1 of them are hidden by the filters.</source>
        <translation>有%1条被筛选隐藏。</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Nothing here yet: %1</source>
        <translation>还没有%1</translation>
    </message>
    <message>
        <source>Import a spreadsheet…</source>
        <translation>导入表格…</translation>
    </message>
    <message>
        <source>Add the first</source>
        <translation>新增第一条</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s).</source>
        <translation>
            <numerusform>已复制%n行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Change the entry where it stands</source>
        <translation>就地修改</translation>
    </message>
    <message>
        <source>Take over the entry above</source>
        <translation>照抄上一行</translation>
    </message>
    <message>
        <source>Fill the selected rows down</source>
        <translation>向下填充所选行</translation>
    </message>
    <message>
        <source>“%1” is protected and has no order; its filled rows come first.</source>
        <translation>“%1”受保护，不能排序，已填的排在前面。</translation>
    </message>
    <message>
        <source>No record counts here</source>
        <translation>没有计入的记录</translation>
    </message>
    <message>
        <source>The book is open for reading only; nothing can be changed.</source>
        <translation>本册以只读方式打开，不能修改。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::LongTextEditor</name>
    <message>
        <source>Too long by %1 characters; %2 fit here.</source>
        <translation>超出%1字，此处最多%2字。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::LookupEditor</name>
    <message>
        <source>Show the list (Alt+Down)</source>
        <translation>显示列表（Alt+↓）</translation>
    </message>
    <message>
        <source>Choose “%1” from the list, or clear the field.</source>
        <translation>请从列表中选择“%1”，或清空。</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>新增…</translation>
    </message>
    <message>
        <source>New “%1”…</source>
        <translation>新增“%1”…</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::MainWindow</name>
    <message>
        <source>Gridbook</source>
        <translation>网格簿</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>Open a book</source>
        <translation>打开社区册</translation>
    </message>
    <message>
        <source>Gridbook books (*.gridbook)</source>
        <translation>网格簿社区册 (*.gridbook)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>“%1” is protected by a passphrase.</source>
        <translation>“%1”设有口令。</translation>
    </message>
    <message>
        <source>Gridbook demonstration</source>
        <translation>网格簿示范</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>This list of keys</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Back to the page before</source>
        <translation>返回上一页</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::MaskChoice</name>
    <message>
        <source>Mask ID numbers, phones and addresses</source>
        <translation>遮蔽身份号码、电话和住址</translation>
    </message>
    <message>
        <source>What for? This is logged.</source>
        <translation>有何用途？将留痕备查。</translation>
    </message>
    <message>
        <source>Purpose of showing protected entries</source>
        <translation>显示受保护内容的用途</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::MemberActionDialog</name>
    <message numerus="yes">
        <source>%1 and others, %n member(s)</source>
        <translation>
            <numerusform>%1等%n名党员</numerusform>
        </translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>&amp;What happens</source>
        <translation>变动事项(&amp;W)</translation>
    </message>
    <message>
        <source>On this day there is no step that all of them could take.</source>
        <translation>当日没有可以一并办理的变动。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>办理</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::MoneyEditor</name>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>The amount cannot be negative.</source>
        <translation>金额不能为负。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::Navigation</name>
    <message>
        <source>Places</source>
        <translation>社区与网格</translation>
    </message>
    <message>
        <source>Show the names</source>
        <translation>显示名称</translation>
    </message>
    <message>
        <source>Show icons only</source>
        <translation>只显示图标</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::NearMissList</name>
    <message>
        <source>Records that nearly count</source>
        <translation>差一点计入的记录</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Why it does not count</source>
        <translation>未计入的原因</translation>
    </message>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>……还有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::NumberEditor</name>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>Whole numbers only.</source>
        <translation>只能填整数。</translation>
    </message>
    <message>
        <source>Not more than %1 places after the point.</source>
        <translation>小数最多%1位。</translation>
    </message>
    <message>
        <source>The number must lie between %1 and %2.</source>
        <translation>须在%1至%2之间。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::OrgChangeDialog</name>
    <message>
        <source>Found a party organisation</source>
        <translation>成立党组织</translation>
    </message>
    <message>
        <source>&amp;What changes</source>
        <translation>变动事项(&amp;W)</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>变动事项</translation>
    </message>
    <message>
        <source>Choose the organisation that it becomes part of.</source>
        <translation>请选择并入的党组织。</translation>
    </message>
    <message>
        <source>Earlier days keep the name, type and superior that held then.</source>
        <translation>此前各日仍为原来的名称、类别和隶属。</translation>
    </message>
    <message>
        <source>No members and no organisations hang on it. It is closed from that day on; its history stays.</source>
        <translation>没有所属党员和下级组织。自当日起撤销，历史保留。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) move along: %1</source>
        <translation>
            <numerusform>一并转出党员%n名：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s) below move along: %1</source>
        <translation>
            <numerusform>一并转出下级组织%n个：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Dissolve the organisation</source>
        <translation>撤销党组织</translation>
    </message>
    <message>
        <source>No superior in this book: it will stand by itself.</source>
        <translation>册中没有上级党组织，将单独列出。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PaperDialog</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>信息保护</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PaperPage</name>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Being prepared…</source>
        <translation>正在编制…</translation>
    </message>
    <message>
        <source>Figures as of %1. Click a number to see its rows.</source>
        <translation>数字截至%1。点击数字查看明细。</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>已送打印机。</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF文件 (*.pdf)</translation>
    </message>
    <message>
        <source>Spreadsheet (*.xlsx)</source>
        <translation>Excel表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写出：%1</translation>
    </message>
    <message>
        <source>Quarterly report</source>
        <translation>季度报告</translation>
    </message>
    <message>
        <source>Printed roster of members</source>
        <translation>党员花名册（印本）</translation>
    </message>
    <message>
        <source>Member forms</source>
        <translation>党员基本信息采集表</translation>
    </message>
    <message>
        <source>This quarter is not over: figures as of %1. Click a number to see its rows.</source>
        <translation>本季度未结束，数字截至%1（今天）。点击数字查看明细。</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>截至 %1。</translation>
    </message>
    <message>
        <source>Being written…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>The file before is still being written. Wait for it.</source>
        <translation>上一个文件还在写入，请稍候。</translation>
    </message>
    <message>
        <source>What to look at before the paper is signed</source>
        <translation>签发前需核对的事项</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n项待核对</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PasteDialog</name>
    <message>
        <source>Paste into %1</source>
        <translation>粘贴到%1</translation>
    </message>
    <message numerus="yes">
        <source>Paste into %n record(s)</source>
        <translation>
            <numerusform>粘贴到%n条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Not pasted, because it is changed in the form only: %1.</source>
        <translation>以下各列只能在表单中修改，未粘贴：%1。</translation>
    </message>
    <message numerus="yes">
        <source>%n copied row(s) lie below the end of the list and are left out.</source>
        <translation>
            <numerusform>复制的内容有%n行超出列表末尾，未粘贴。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PlanModel</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>变更</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待定</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What happens</source>
        <extracomment>number of the row in the spreadsheet</extracomment>
        <translation>结果</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message numerus="yes">
        <source>%n entries change</source>
        <translation>
            <numerusform>%n项变更</numerusform>
        </translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source> (not taken)</source>
        <translation>（不采用）</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::PlanStep</name>
    <message>
        <source>Rows of the file and what happens with them</source>
        <translation>文件各行及处理方式</translation>
    </message>
    <message>
        <source>Which record is meant</source>
        <translation>指哪条记录</translation>
    </message>
    <message>
        <source>The selected row</source>
        <translation>选中的行</translation>
    </message>
    <message>
        <source>What becomes of the row</source>
        <translation>此行如何处理</translation>
    </message>
    <message>
        <source>It is a &amp;transfer</source>
        <translation>是调动(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep the branch of the book</source>
        <translation>保留册中支部(&amp;K)</translation>
    </message>
    <message>
        <source>Take the &amp;roster</source>
        <translation>采用花名册(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Fill only what is empty</source>
        <translation>只补空白(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Skip the row</source>
        <translation>跳过此行(&amp;S)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message numerus="yes">
        <source>%n rows are selected; a decision holds for all of them.</source>
        <translation>
            <numerusform>选中%n行，所作选择对各行都有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a row to see what is said about it.</source>
        <translation>选中一行，查看说明。</translation>
    </message>
    <message>
        <source>A new record; nothing is missing.</source>
        <translation>新记录，内容齐全。</translation>
    </message>
    <message>
        <source>The book already says the same.</source>
        <translation>与册中相同。</translation>
    </message>
    <message>
        <source>(choose which one)</source>
        <translation>（请选择一条）</translation>
    </message>
    <message>
        <source>Row %1  %2</source>
        <translation>第%1行  %2</translation>
    </message>
    <message>
        <source>The &amp;ID number is right</source>
        <translation>以身份证号为准(&amp;I)</translation>
    </message>
    <message>
        <source>The roster is right, with a reason…</source>
        <translation>以名册为准，填写理由…</translation>
    </message>
    <message>
        <source>The roster is right</source>
        <translation>以名册为准</translation>
    </message>
    <message>
        <source>Why it differs from the ID number</source>
        <translation>与身份证号不一致的理由</translation>
    </message>
    <message>
        <source>as in the personnel file</source>
        <translation>以档案为准</translation>
    </message>
    <message>
        <source>the ID card is being corrected</source>
        <translation>身份证正在更正</translation>
    </message>
    <message>
        <source>A ne&amp;w record</source>
        <translation>作为新记录(&amp;W)</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ProgressPane</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::QuarterEditor</name>
    <message>
        <source>Quarter before (Down)</source>
        <translation>上一季度（↓）</translation>
    </message>
    <message>
        <source>Next quarter (Up)</source>
        <translation>下一季度（↑）</translation>
    </message>
    <message>
        <source>%1 has not begun yet. The running quarter is %2.</source>
        <translation>%1尚未开始，当前是%2。</translation>
    </message>
    <message>
        <source>Choose a quarter (Alt+Down)</source>
        <translation>选择季度（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::QueryBar</name>
    <message>
        <source>Clear all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Saved filters:</source>
        <translation>常用筛选：</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>常用筛选</translation>
    </message>
    <message>
        <source>Save this filter, rename or delete saved ones</source>
        <translation>保存当前筛选，或重命名、删除已存筛选</translation>
    </message>
    <message>
        <source>Save this filter…</source>
        <translation>保存此筛选…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save this filter</source>
        <translation>保存此筛选</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Saved the filter “%1”.</source>
        <translation>已保存筛选“%1”。</translation>
    </message>
    <message>
        <source>There is a filter “%1” already. Replace it?</source>
        <translation>已有名为“%1”的筛选，是否替换？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Rename the filter</source>
        <translation>重命名筛选</translation>
    </message>
    <message>
        <source>Delete the filter “%1”?</source>
        <translation>删除筛选“%1”？</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::RangePopup</name>
    <message>
        <source>From</source>
        <translation>起</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>止</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季度</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>上季度</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>上年</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>未填日期</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>不大于</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::RecordPage</name>
    <message>
        <source>Previous record (Ctrl+PgUp)</source>
        <translation>上一条（Ctrl+PgUp）</translation>
    </message>
    <message>
        <source>Next record (Ctrl+PgDn)</source>
        <translation>下一条（Ctrl+PgDn）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>返回列表（Esc）</translation>
    </message>
    <message>
        <source>Save  Ctrl+S</source>
        <translation>保存  Ctrl+S</translation>
    </message>
    <message>
        <source>Reason, for the history (may stay empty)</source>
        <translation>原因，记入变更历史（可不填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>第%1号</translation>
    </message>
    <message>
        <source>This record was changed elsewhere (“%1”). When you save, you can compare both versions.</source>
        <translation>这条记录在别处已被修改（“%1”）。保存时可以对比两个版本。</translation>
    </message>
    <message>
        <source>“%1” has unsaved changes.</source>
        <translation>“%1”有未保存的修改。</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) were changed.</source>
        <translation>
            <numerusform>修改了%n项。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>From the ID number</source>
        <translation>取自身份号码</translation>
    </message>
    <message>
        <source>A change from today on</source>
        <translation>自今天起变更</translation>
    </message>
    <message>
        <source>Correct the old record</source>
        <translation>更正原记录</translation>
    </message>
    <message>
        <source>The record since %1 is corrected; earlier figures change with it.</source>
        <translation>更正自%1起的记录，以前的统计会随之改变。</translation>
    </message>
    <message>
        <source>Since when? The record began on %1.</source>
        <translation>自哪天起？原记录自%1起。</translation>
    </message>
    <message>
        <source>“%1” in this book has the same name and the same birth date or phone. Perhaps it is the same person.</source>
        <translation>本册的“%1”姓名相同，出生日期或电话也相同，可能是同一人。</translation>
    </message>
    <message>
        <source>“%1” is already in the book; this record will belong to that person.</source>
        <translation>“%1”已在册中，这条记录将归入该人。</translation>
    </message>
    <message>
        <source>This number belongs to “%1” in this book already. Open that record, or compare the number with the card.</source>
        <translation>本册的“%1”已使用此号码。请打开那条记录，或对照身份证核对。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开%1</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>%n项未保存</numerusform>
        </translation>
    </message>
    <message>
        <source>draft kept %1</source>
        <translation>草稿已存 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n处错误</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n处提醒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n warning(s)</source>
        <translation>
            <numerusform>已核对：%n处提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Show “%1” of %2</source>
        <translation>显示%2的“%1”</translation>
    </message>
    <message>
        <source>What is it needed for? This is written into the log.</source>
        <translation>有何用途？将记入查看日志。</translation>
    </message>
    <message>
        <source>Comparison with the card</source>
        <translation>对照身份证核对</translation>
    </message>
    <message>
        <source>Call or visit</source>
        <translation>电话联系或走访</translation>
    </message>
    <message>
        <source>Filling in a form</source>
        <translation>填写表格</translation>
    </message>
    <message>
        <source>Look at the warnings once more and tick “Checked” below; then it can be saved.</source>
        <translation>请再看一遍提醒，勾选下方的“已核对”后即可保存。</translation>
    </message>
    <message>
        <source>Add %1 %2</source>
        <translation>新增%1 %2</translation>
    </message>
    <message>
        <source>Edit %1 %2</source>
        <translation>修改%1 %2</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Save or cancel your own changes first.</source>
        <translation>请先保存或取消自己的修改。</translation>
    </message>
    <message>
        <source>The record is already as it was before that change.</source>
        <translation>记录已是那次变更之前的样子。</translation>
    </message>
    <message>
        <source>Restore “%1” as it was before %2?</source>
        <translation>把“%1”恢复到%2之前的样子？</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Restore %1 before %2</source>
        <translation>恢复%1（%2之前）</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>已恢复：%1</translation>
    </message>
    <message numerus="yes">
        <source>A draft of %1 that was not saved is still here (%n field(s)).</source>
        <translation>
            <numerusform>%1有未保存的草稿（%n项）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with the draft</source>
        <translation>继续编辑草稿</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自%1</translation>
    </message>
    <message>
        <source>Previous record of the list</source>
        <translation>名册中的上一条</translation>
    </message>
    <message>
        <source>Next record of the list</source>
        <translation>名册中的下一条</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>采用%1</translation>
    </message>
    <message>
        <source>A correction: earlier figures take the new value too.</source>
        <translation>更正：以前各期也按新值。</translation>
    </message>
    <message>
        <source>A change from %1 on</source>
        <translation>自%1起变化</translation>
    </message>
    <message>
        <source>Holds from %1 on; before that day it stays empty.</source>
        <translation>自%1起为新值，以前各期仍为空。</translation>
    </message>
    <message>
        <source>Holds from %1 on; before that day it stays “%2”.</source>
        <translation>自%1起为新值，以前各期仍为“%2”。</translation>
    </message>
    <message>
        <source>Correction: it was wrong before, too</source>
        <translation>更正：以前各期也按新值</translation>
    </message>
    <message>
        <source>From another day…</source>
        <translation>换一个日期…</translation>
    </message>
    <message>
        <source>From which day on?</source>
        <translation>从哪一天起？</translation>
    </message>
    <message>
        <source>First day of the change</source>
        <translation>变更起始日期</translation>
    </message>
    <message>
        <source>“%1” is not a day up to today. Write it like 2026-07-01.</source>
        <translation>“%1”不是今天或以前的日期，请写成2026-07-01。</translation>
    </message>
    <message>
        <source>History of the record</source>
        <translation>本条记录的变更历史</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ResultStep</name>
    <message>
        <source>&amp;Import now</source>
        <translation>立即导入(&amp;I)</translation>
    </message>
    <message>
        <source>Save the marked &amp;wrong rows…</source>
        <translation>保存标注后的错误行(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Take this import back</source>
        <translation>撤销本次导入(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open the records</source>
        <translation>打开这些记录(&amp;O)</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>正在导入</translation>
    </message>
    <message numerus="yes">
        <source>%n new records will be made.</source>
        <translation>
            <numerusform>将新增%n条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records will be changed.</source>
        <translation>
            <numerusform>将变更%n条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows say what the book says; nothing happens.</source>
        <translation>
            <numerusform>%n行与册中相同，不作变动。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are skipped.</source>
        <translation>
            <numerusform>跳过%n行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for a decision and are left out.</source>
        <translation>
            <numerusform>%n行待定，不导入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are wrong and are left out.</source>
        <translation>
            <numerusform>%n行有误，不导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Made with them: %1.</source>
        <translation>同时新建：%1。</translation>
    </message>
    <message>
        <source>A backup is made first; the import is one step that can be taken back.</source>
        <translation>导入前先备份；整个导入是一步，可以撤销。</translation>
    </message>
    <message>
        <source>Ready to import %1</source>
        <translation>准备导入%1</translation>
    </message>
    <message>
        <source>There is nothing to import</source>
        <translation>没有可导入的内容</translation>
    </message>
    <message>
        <source>Writing the rows</source>
        <translation>正在写入各行</translation>
    </message>
    <message numerus="yes">
        <source>%n records are new.</source>
        <translation>
            <numerusform>新增%n条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were changed.</source>
        <translation>
            <numerusform>变更%n条记录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows were left out. Save them marked, mend them and import them again.</source>
        <translation>
            <numerusform>%n行未导入。可保存标注后的文件，更正后再次导入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>导入完成</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>The book is as it was before this import. Redo in the menu brings it back.</source>
        <translation>册子已恢复到导入之前。用“重做”可再次导入。</translation>
    </message>
    <message>
        <source>The roster is of %1: the numbers of that quarter and of later ones change. If they have been reported already, choose a later day in step 3.</source>
        <translation>花名册是%1的：该季度及以后各季度的数字会随之改变。如已上报，请在第3步另选较晚的日期。</translation>
    </message>
    <message>
        <source>A backup is made before the import</source>
        <translation>导入前正在备份</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::RowsChoice</name>
    <message>
        <source>All rows</source>
        <translation>全部行</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected row(s)</source>
        <translation>
            <numerusform>选中的%Ln行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln row(s) that the filters leave</source>
        <translation>
            <numerusform>筛选后的%Ln行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln row(s) of the list</source>
        <translation>
            <numerusform>列表中的%Ln行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln row(s)</source>
        <translation>
            <numerusform>全部%Ln行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::SealedEditor</name>
    <message>
        <source>Show the whole entry (Alt+Down)</source>
        <translation>显示完整内容（Alt+↓）</translation>
    </message>
    <message>
        <source>%1, protected</source>
        <translation>%1，已密封</translation>
    </message>
    <message>
        <source>Esc: as before</source>
        <translation>Esc：恢复原值</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::SearchField</name>
    <message>
        <source>Clear (Esc)</source>
        <translation>清空（Esc）</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> 磅</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Name in the journal</source>
        <translation>日志中的姓名</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Your name, as it shall stand beside every change</source>
        <translation>您的姓名，将写在每次变更旁</translation>
    </message>
    <message>
        <source>The new name is used from the next start on.</source>
        <translation>新的姓名自下次启动起使用。</translation>
    </message>
    <message>
        <source>Protection of personal data</source>
        <translation>个人信息保护</translation>
    </message>
    <message>
        <source>ID numbers, telephones and addresses are always stored sealed. A passphrase keeps the key from anybody who copies the file; without it the key lies in the book.</source>
        <translation>身份号码、电话和住址始终密封保存。设置口令后，复制走文件的人也得不到密钥；不设口令，密钥就在册中。</translation>
    </message>
    <message>
        <source>Remove the passphrase…</source>
        <translation>取消口令…</translation>
    </message>
    <message>
        <source>A passphrase is set.</source>
        <translation>已设口令。</translation>
    </message>
    <message>
        <source>No passphrase is set.</source>
        <translation>未设口令。</translation>
    </message>
    <message>
        <source>Change the passphrase…</source>
        <translation>更改口令…</translation>
    </message>
    <message>
        <source>Set a passphrase…</source>
        <translation>设置口令…</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>At least %1 characters; a short sentence is best.</source>
        <translation>至少%1个字符，最好是一句短语。</translation>
    </message>
    <message>
        <source>The passphrase is too short. Nothing was changed.</source>
        <translation>口令过短，未作改动。</translation>
    </message>
    <message>
        <source>It opens the book if the passphrase is forgotten. It is shown only now. Older backups still open without the passphrase: delete them if need be.</source>
        <translation>忘记口令时可用它打开社区册。恢复密钥只显示这一次。以前的备份不用口令仍可打开，必要时请删除。</translation>
    </message>
    <message>
        <source>Remove the passphrase?</source>
        <translation>取消口令？</translation>
    </message>
    <message>
        <source>Anybody who copies the file can then read it.</source>
        <translation>取消后，复制走文件的人就能读取内容。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>取消口令</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made once a day and before every import, merge and upgrade, checked after writing, thinned out by day, week and month.</source>
        <translation>每天一次，并在每次导入、合并和升级之前自动备份；写好即校验，按日、周、月逐步清理。</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>另选文件夹…</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Backups go to %1 from the next opening of the book on.</source>
        <translation>自下次打开社区册起，备份存到%1。</translation>
    </message>
    <message>
        <source>daily</source>
        <translation>每日</translation>
    </message>
    <message>
        <source>before an import</source>
        <translation>导入前</translation>
    </message>
    <message>
        <source>before a merge</source>
        <translation>合并前</translation>
    </message>
    <message>
        <source>before an upgrade</source>
        <translation>升级前</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>No backup yet.</source>
        <translation>还没有备份。</translation>
    </message>
    <message>
        <source>Rules of this place</source>
        <translation>本地标准</translation>
    </message>
    <message>
        <source>The size of grids, the terms of committees and the day of the report differ from place to place. Each rule has a day from which it holds, so that past quarters keep theirs.</source>
        <translation>网格户数、班子任期和上报日各地不同。每项标准都有起用日期，以前各季度仍按当时的标准。</translation>
    </message>
    <message>
        <source>Open the rules…</source>
        <translation>打开本地标准…</translation>
    </message>
    <message>
        <source>The book is protected. Print the recovery key for the safe?</source>
        <translation>本册已加口令。打印恢复密钥，存入保险柜？</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>I have written it down</source>
        <translation>我已抄下</translation>
    </message>
    <message>
        <source>Open a copy…</source>
        <translation>打开副本…</translation>
    </message>
    <message>
        <source>Open a copy of the backup of %1</source>
        <translation>打开%1备份的副本</translation>
    </message>
    <message>
        <source>Save the copy of the backup</source>
        <translation>保存备份的副本</translation>
    </message>
    <message>
        <source>Books (*.gridbook)</source>
        <translation>网格簿 (*.gridbook)</translation>
    </message>
    <message>
        <source>Choose another name: this one is the book or the backup itself.</source>
        <translation>请换一个名称：这是册子或备份本身。</translation>
    </message>
    <message>
        <source>The copy cannot be written to %1. Choose another folder.</source>
        <translation>副本无法写到%1，请换一个文件夹。</translation>
    </message>
    <message>
        <source>Go on without the recovery key?</source>
        <translation>没有保存恢复密钥，确定离开吗？</translation>
    </message>
    <message>
        <source>It is never shown again. If the passphrase is forgotten, nobody can open the book.</source>
        <translation>恢复密钥不会再次显示。忘记口令后，谁也打不开本册。</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>仍然离开</translation>
    </message>
    <message>
        <source>The present passphrase of this book</source>
        <translation>本册现在的口令</translation>
    </message>
    <message>
        <source>Go on without it…</source>
        <translation>暂不保存恢复密钥…</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::SideFold</name>
    <message>
        <source>Show or fold away: %1</source>
        <translation>显示或收起：%1</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::StatusStrip</name>
    <message>
        <source>%1 of %2 rows (filtered)</source>
        <translation>%1 / %2行（已筛选）</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>选中%1行</translation>
    </message>
    <message>
        <source>Sum %1</source>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>操作人：%1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln行</numerusform>
        </translation>
    </message>
    <message>
        <source>Can be undone: %1</source>
        <translation>可撤销：%1</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::StepDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Done: %1. One undo takes it back.</source>
        <translation>已办理：%1。撤销一次即可恢复。</translation>
    </message>
    <message>
        <source>“%1” is not complete yet.</source>
        <translation>“%1”还没有填完整。</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::TableView</name>
    <message>
        <source>Open the record</source>
        <translation>打开记录</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::TermDialog</name>
    <message>
        <source>Enter the day of the election.</source>
        <translation>请填写选举日期。</translation>
    </message>
    <message>
        <source>No term is on record whose end could be moved. Enter the election first.</source>
        <translation>尚无可调整届满日的届次，请先登记换届选举。</translation>
    </message>
    <message>
        <source>Begin the new term</source>
        <translation>登记新一届</translation>
    </message>
    <message>
        <source>Move the end</source>
        <translation>调整届满日</translation>
    </message>
    <message>
        <source>Session %1 was elected on %2 and ends on %3 (%4).</source>
        <translation>第%1届于%2选举产生，%3届满（%4）。</translation>
    </message>
    <message>
        <source>No term is on record yet.</source>
        <translation>尚未登记届次。</translation>
    </message>
    <message>
        <source>With approval its end may be moved to a day from %1 to %2.</source>
        <translation>经批准，届满日可调整至%1至%2之间。</translation>
    </message>
    <message numerus="yes">
        <source>The new term lasts %n year(s), until %1.</source>
        <translation>
            <numerusform>新一届任期%n年，至%1届满。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::TickPopup</name>
    <message>
        <source>Word or pinyin</source>
        <translation>字词或拼音</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>在列表中查找</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>取值</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::TopBar</name>
    <message>
        <source>Name, pinyin, last digits of ID or phone, address, unit, command…</source>
        <translation>姓名、拼音、证件或电话末几位、地址、单位、命令…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Community: %1</source>
        <translation>社区：%1</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>没有找到“%1”</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Another date…</source>
        <translation>其他日期…</translation>
    </message>
    <message>
        <source>Data as of %1 – not today</source>
        <translation>数据截至%1，不是今天</translation>
    </message>
    <message>
        <source>Data as of %1 (today)</source>
        <translation>数据截至%1（今天）</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的步骤</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>撤销：%1（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的步骤</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Y)</source>
        <translation>重做：%1（Ctrl+Y）</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Help for this page (F1)</source>
        <translation>本页帮助（F1）</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>End of Q1 %1</source>
        <translation>%1年一季度末</translation>
    </message>
    <message>
        <source>End of Q2 %1</source>
        <translation>%1年二季度末</translation>
    </message>
    <message>
        <source>End of Q3 %1</source>
        <translation>%1年三季度末</translation>
    </message>
    <message>
        <source>End of Q4 %1</source>
        <translation>%1年四季度末</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::Tour</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Back</source>
        <extracomment>the rest of the tour</extracomment>
        <translation>返回</translation>
    </message>
    <message>
        <source>Tour of the window</source>
        <translation>窗口导览</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Begin to work</source>
        <translation>开始使用</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::UndoActions</name>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>已撤销：%1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>已重做：%1</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::ValueStep</name>
    <message>
        <source>Keep texts that are in no list in the note</source>
        <translation>代码表中没有的内容记入备注</translation>
    </message>
    <message>
        <source>Make branches, groups and grids that the book does not know</source>
        <translation>新建册中没有的支部、小组和网格</translation>
    </message>
    <message>
        <source>Day of the roster</source>
        <translation>花名册日期</translation>
    </message>
    <message>
        <source>Where the book already knows the record</source>
        <translation>册中已有的记录</translation>
    </message>
    <message>
        <source>Fill only what is empty</source>
        <translation>只补空白</translation>
    </message>
    <message>
        <source>The roster overwrites the book</source>
        <translation>以花名册覆盖</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Ask for each row</source>
        <translation>逐行询问</translation>
    </message>
    <message>
        <source>Where the roster names another branch</source>
        <translation>花名册上的支部不同时</translation>
    </message>
    <message>
        <source>It is a transfer on the roster&apos;s day</source>
        <translation>按花名册日期调动</translation>
    </message>
    <message>
        <source>Keep the branch of the book</source>
        <translation>保留册中支部</translation>
    </message>
    <message>
        <source>How new members came</source>
        <translation>新党员的增加方式</translation>
    </message>
    <message>
        <source>Branch of rows that name none</source>
        <translation>未写支部的行归入</translation>
    </message>
    <message>
        <source>Texts that need a decision</source>
        <translation>需要确认的内容</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>文件中</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>&amp;Day of the roster</source>
        <translation>花名册日期(&amp;D)</translation>
    </message>
    <message>
        <source>Where the book &amp;knows the record</source>
        <translation>册中已有的记录(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Branch of rows that name none</source>
        <translation>未写支部的行归入(&amp;B)</translation>
    </message>
    <message>
        <source>Where the roster names &amp;another branch</source>
        <translation>花名册上的支部不同时(&amp;A)</translation>
    </message>
    <message>
        <source>Every text of the file was understood; nothing has to be decided here.</source>
        <translation>文件内容全部识别，无需确认。</translation>
    </message>
    <message numerus="yes">
        <source>%n texts of the file can be understood in more than one way, or are in no list. Choose once what each of them means.</source>
        <translation>
            <numerusform>有%n项内容可作多种理解或不在代码表中，请逐项选择其含义。</numerusform>
        </translation>
    </message>
    <message>
        <source>What “%1” means</source>
        <translation>“%1”的含义</translation>
    </message>
    <message>
        <source>(not decided)</source>
        <translation>（未确认）</translation>
    </message>
    <message>
        <source>Keep the text in the note</source>
        <translation>记入备注</translation>
    </message>
    <message>
        <source>Make “%1”</source>
        <translation>新建“%1”</translation>
    </message>
    <message>
        <source>Make it as “%1”</source>
        <translation>归入将新建的“%1”</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>不填</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Take dates that can be read in two ways as they were read</source>
        <translation>有两种读法的日期按识别结果采用</translation>
    </message>
    <message>
        <source>(not answered)</source>
        <translation>（未回答）</translation>
    </message>
    <message>
        <source>Who joined lately was admitted, the others transferred in</source>
        <translation>新近入党的为发展党员，其余为转入</translation>
    </message>
    <message>
        <source>New members of branches that have members &amp;came by</source>
        <translation>已有党员的支部，新增方式(&amp;C)</translation>
    </message>
    <message>
        <source>%1 (likely)</source>
        <translation>%1（可能）</translation>
    </message>
    <message numerus="yes">
        <source>%n members come to a book that had members before. Say above how they came.</source>
        <translation>
            <numerusform>有%n名党员要进入已有党员的册子，请在上面说明增加方式。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>gridbook::ui::WelcomePage</name>
    <message>
        <source>Gridbook</source>
        <translation>网格簿</translation>
    </message>
    <message>
        <source>The book of a community: grids, organisations, members and the quarterly report. Everything stays in one file on this computer.</source>
        <translation>一本社区的册子：网格、党组织、党员和季度报告。全部内容都在本机的一个文件里。</translation>
    </message>
    <message>
        <source>New book…</source>
        <translation>新建社区册…</translation>
    </message>
    <message>
        <source>Open a book…</source>
        <translation>打开社区册…</translation>
    </message>
    <message>
        <source>Look at the demonstration book</source>
        <translation>看看示范社区册</translation>
    </message>
    <message>
        <source>Four communities with made-up people; changes in it harm nobody.</source>
        <translation>四个社区，人员均为虚构，可以随意修改。</translation>
    </message>
    <message>
        <source>Name of the community</source>
        <translation>社区名称</translation>
    </message>
    <message>
        <source>Division code (12 digits)</source>
        <translation>区划代码（12位）</translation>
    </message>
    <message>
        <source>Local rules</source>
        <translation>本地标准</translation>
    </message>
    <message>
        <source>Choose the place and create</source>
        <translation>选择位置并建册</translation>
    </message>
    <message>
        <source>Where the book shall lie</source>
        <translation>社区册保存位置</translation>
    </message>
    <message>
        <source>Gridbook books (*.gridbook)</source>
        <translation>网格簿社区册 (*.gridbook)</translation>
    </message>
    <message>
        <source>Recent books</source>
        <translation>最近打开</translation>
    </message>
</context>
<context>
    <name>gridbook::ui::YesNoEditor</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
</TS>
