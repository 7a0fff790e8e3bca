# The plain libraries of core: one imported target each, the same name on Debian and in the Windows prefix.
function(gridbook_library target header)
    find_path(${target}_INCLUDE ${header} REQUIRED)
    find_library(${target}_LIBRARY NAMES ${ARGN} REQUIRED)
    add_library(gridbook::${target} UNKNOWN IMPORTED GLOBAL)
    set_target_properties(gridbook::${target} PROPERTIES
        IMPORTED_LOCATION ${${target}_LIBRARY} INTERFACE_INCLUDE_DIRECTORIES ${${target}_INCLUDE})
    mark_as_advanced(${target}_INCLUDE ${target}_LIBRARY)
endfunction()

gridbook_library(sqlite sqlite3.h sqlite3)
gridbook_library(sodium sodium.h sodium)
gridbook_library(zlib zlib.h z)
gridbook_library(zip zip.h zip)
gridbook_library(expat expat.h expat)
gridbook_library(xlsxwriter xlsxwriter.h xlsxwriter)
set_property(TARGET gridbook::zip APPEND PROPERTY INTERFACE_LINK_LIBRARIES gridbook::zlib)
set_property(TARGET gridbook::xlsxwriter APPEND PROPERTY INTERFACE_LINK_LIBRARIES gridbook::zlib)
if(WIN32)   # linked statically there
    set_property(TARGET gridbook::sodium PROPERTY INTERFACE_COMPILE_DEFINITIONS SODIUM_STATIC)
    set_property(TARGET gridbook::zip PROPERTY INTERFACE_COMPILE_DEFINITIONS ZIP_STATIC)
    set_property(TARGET gridbook::expat PROPERTY INTERFACE_COMPILE_DEFINITIONS XML_STATIC)
endif()
