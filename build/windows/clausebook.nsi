; The installer for Windows, for one user without an administrator or for all users.
; Made by `python build/release.py setup`, which defines VERSION, NUMBERS, PAYLOAD, OUTPUT, ICON, SIDE
; and LICENSE. Options: /S is silent, /AllUsers or /CurrentUser chooses, /D=FOLDER (last) is the folder.
; The uninstaller keeps the library unless it is told to delete it; silently it always keeps it.
Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

!define KEY "Software\Clausebook"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Clausebook"
!define PROGID "Clausebook.Document"
!define APPLICATION "Software\Classes\Applications\clausebook.exe"

Name "Clausebook"
OutFile "${OUTPUT}"
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS all
; MultiUser.nsh raises the rights of everybody; here only who installs for all users is asked.
RequestExecutionLevel user
ShowInstDetails nevershow
BrandingText "Clausebook ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=1033 "ProductName" "Clausebook"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileDescription" "Clausebook installer"
VIAddVersionKey /LANG=1033 "CompanyName" "The Clausebook authors"
VIAddVersionKey /LANG=1033 "LegalCopyright" "MIT license"
VIAddVersionKey /LANG=2052 "ProductName" "Clausebook"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "Clausebook 安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "The Clausebook authors"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT license"

Var Scope        ; all | user
Var ScopeAll     ; the two buttons of the page
Var ScopeUser
Var KeepLibrary  ; the button of the uninstaller's page
Var DeleteLibrary

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "${KEY}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
Page custom ScopePage ScopeLeave
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\clausebook.exe"
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
UninstPage custom un.LibraryPage un.LibraryLeave
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString NEED_WINDOWS ${LANG_ENGLISH} "Clausebook needs 64-bit Windows 10 or later. Nothing was installed."
LangString NEED_WINDOWS ${LANG_SIMPCHINESE} "Clausebook 需要 64 位 Windows 10 或更高版本，未安装任何内容。"
LangString SCOPE_TITLE ${LANG_ENGLISH} "For whom?"
LangString SCOPE_TITLE ${LANG_SIMPCHINESE} "安装给谁使用"
LangString SCOPE_WORDS ${LANG_ENGLISH} "Each user has a library of their own in either case."
LangString SCOPE_WORDS ${LANG_SIMPCHINESE} "无论选择哪一项，每位用户都有各自的资料库。"
LangString SCOPE_USER ${LANG_ENGLISH} "Only for me; no administrator is needed"
LangString SCOPE_USER ${LANG_SIMPCHINESE} "仅供我使用，无需管理员权限"
LangString SCOPE_ALL ${LANG_ENGLISH} "For all users of this computer (start the installer as administrator)"
LangString SCOPE_ALL ${LANG_SIMPCHINESE} "供这台计算机的所有用户使用（须以管理员身份运行安装程序）"
LangString NEED_ADMIN ${LANG_ENGLISH} "To install for all users, start the installer as administrator."
LangString NEED_ADMIN ${LANG_SIMPCHINESE} "若要为所有用户安装，请以管理员身份运行安装程序。"
LangString RUNNING ${LANG_ENGLISH} "Clausebook is running. Close its window, then choose Retry."
LangString RUNNING ${LANG_SIMPCHINESE} "Clausebook 正在运行。请关闭其窗口，然后选择“重试”。"
LangString DOCUMENT ${LANG_ENGLISH} "Plan or law for Clausebook"
LangString DOCUMENT ${LANG_SIMPCHINESE} "Clausebook 规划或法规"
LangString LIBRARY_TITLE ${LANG_ENGLISH} "Your library"
LangString LIBRARY_TITLE ${LANG_SIMPCHINESE} "您的资料库"
LangString LIBRARY_WORDS ${LANG_ENGLISH} "Documents, notes and memos are kept in $LOCALAPPDATA\Clausebook."
LangString LIBRARY_WORDS ${LANG_SIMPCHINESE} "文档、笔记和摘编保存在 $LOCALAPPDATA\Clausebook。"
LangString LIBRARY_KEEP ${LANG_ENGLISH} "Keep the library"
LangString LIBRARY_KEEP ${LANG_SIMPCHINESE} "保留资料库"
LangString LIBRARY_DELETE ${LANG_ENGLISH} "Delete the library with all notes and memos"
LangString LIBRARY_DELETE ${LANG_SIMPCHINESE} "删除资料库以及全部笔记和摘编"
LangString LIBRARY_SURE ${LANG_ENGLISH} "Delete all documents, notes and memos? This cannot be undone."
LangString LIBRARY_SURE ${LANG_SIMPCHINESE} "确定删除全部文档、笔记和摘编吗？此操作无法撤消。"

!macro UseScope UN
Function ${UN}UseScope
  SetRegView 64
  ${If} $Scope == "all"
    SetShellVarContext all
  ${Else}
    SetShellVarContext current
  ${EndIf}
FunctionEnd
!macroend
!insertmacro UseScope ""
!insertmacro UseScope "un."

; An open file of the program cannot be renamed: then it is running.
!macro WaitUntilClosed UN
Function ${UN}WaitUntilClosed
  again:
  ${If} ${FileExists} "$INSTDIR\clausebook.exe"
    ClearErrors
    Rename "$INSTDIR\clausebook.exe" "$INSTDIR\clausebook.exe.free"
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
      SetErrorLevel 3
      Quit
    ${EndIf}
    Rename "$INSTDIR\clausebook.exe.free" "$INSTDIR\clausebook.exe"
  ${EndIf}
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(NEED_WINDOWS)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  SetRegView 64
  StrCpy $Scope "user"
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  UserInfo::GetAccountType
  Pop $1
  ${If} $0 != ""
  ${AndIf} $1 == "Admin"
    StrCpy $Scope "all"
  ${EndIf}
  ${GetParameters} $2
  ClearErrors
  ${GetOptions} $2 "/AllUsers" $3
  ${IfNot} ${Errors}
    StrCpy $Scope "all"
    ${If} $1 != "Admin"
      MessageBox MB_OK|MB_ICONSTOP "$(NEED_ADMIN)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
  ClearErrors
  ${GetOptions} $2 "/CurrentUser" $3
  ${IfNot} ${Errors}
    StrCpy $Scope "user"
  ${EndIf}
  Call UseScope
  ${If} $INSTDIR == ""
    Call ProposeFolder
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

; Where it was installed before, else where programs of this kind lie.
Function ProposeFolder
  ${If} $Scope == "all"
    ReadRegStr $INSTDIR HKLM "${KEY}" "InstallDir"
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$PROGRAMFILES64\Clausebook"
    ${EndIf}
  ${Else}
    ReadRegStr $INSTDIR HKCU "${KEY}" "InstallDir"
    ${If} $INSTDIR == ""
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Clausebook"
    ${EndIf}
  ${EndIf}
FunctionEnd

Function ScopePage
  !insertmacro MUI_HEADER_TEXT "$(SCOPE_TITLE)" "$(SCOPE_WORDS)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 10u 100% 12u "$(SCOPE_USER)"
  Pop $ScopeUser
  ${NSD_CreateRadioButton} 0 28u 100% 24u "$(SCOPE_ALL)"
  Pop $ScopeAll
  ${If} $Scope == "all"
    ${NSD_Check} $ScopeAll
  ${Else}
    ${NSD_Check} $ScopeUser
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function ScopeLeave
  StrCpy $1 $Scope
  ${NSD_GetState} $ScopeAll $0
  ${If} $0 == ${BST_CHECKED}
    UserInfo::GetAccountType
    Pop $2
    ${If} $2 != "Admin"
      MessageBox MB_OK|MB_ICONINFORMATION "$(NEED_ADMIN)"
      Abort
    ${EndIf}
    StrCpy $Scope "all"
  ${Else}
    StrCpy $Scope "user"
  ${EndIf}
  ${If} $1 != $Scope
    Call UseScope
    Call ProposeFolder
  ${EndIf}
FunctionEnd

!macro OfferFor ENDING
  WriteRegStr SHCTX "${APPLICATION}\SupportedTypes" "${ENDING}" ""
  WriteRegStr SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${PROGID}" ""
!macroend

!macro OfferNoMoreFor ENDING
  DeleteRegValue SHCTX "Software\Classes\${ENDING}\OpenWithProgids" "${PROGID}"
!macroend

!macro ForEachEnding DO
  !insertmacro ${DO} ".docx"
  !insertmacro ${DO} ".docm"
  !insertmacro ${DO} ".pdf"
  !insertmacro ${DO} ".txt"
  !insertmacro ${DO} ".md"
  !insertmacro ${DO} ".htm"
  !insertmacro ${DO} ".html"
!macroend

Section "Clausebook"
  Call UseScope
  Call WaitUntilClosed
  SetOutPath "$INSTDIR"
  ; What an older version brought and this one does not must not stay beside it.
  RMDir /r "$INSTDIR\_internal"
  File /r "${PAYLOAD}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Clausebook.lnk" "$INSTDIR\clausebook.exe"

  WriteRegStr SHCTX "${KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "Software\Classes\${PROGID}" "" "$(DOCUMENT)"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\DefaultIcon" "" "$INSTDIR\clausebook.exe,0"
  WriteRegStr SHCTX "Software\Classes\${PROGID}\shell\open\command" "" '"$INSTDIR\clausebook.exe" "%1"'
  WriteRegStr SHCTX "${APPLICATION}" "FriendlyAppName" "Clausebook"
  WriteRegStr SHCTX "${APPLICATION}\shell\open\command" "" '"$INSTDIR\clausebook.exe" "%1"'
  !insertmacro ForEachEnding OfferFor

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "Clausebook"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "The Clausebook authors"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\clausebook.exe"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe" /$Scope'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$Scope /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" "$0"
  ${RefreshShellIcons}
SectionEnd

Function un.onInit
  SetRegView 64
  StrCpy $Scope "user"
  ReadRegStr $0 HKLM "${KEY}" "InstallDir"
  ${If} $0 == $INSTDIR
    StrCpy $Scope "all"
  ${EndIf}
  Call un.UseScope
  StrCpy $DeleteLibrary ""
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Function un.LibraryPage
  SetShellVarContext current
  ${IfNot} ${FileExists} "$LOCALAPPDATA\Clausebook\*.*"
    Call un.UseScope
    Abort
  ${EndIf}
  !insertmacro MUI_HEADER_TEXT "$(LIBRARY_TITLE)" ""
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 24u "$(LIBRARY_WORDS)"
  Pop $0
  ${NSD_CreateRadioButton} 0 28u 100% 12u "$(LIBRARY_KEEP)"
  Pop $KeepLibrary
  ${NSD_CreateRadioButton} 0 44u 100% 12u "$(LIBRARY_DELETE)"
  Pop $0
  ${NSD_Check} $KeepLibrary
  Call un.UseScope
  nsDialogs::Show
FunctionEnd

Function un.LibraryLeave
  StrCpy $DeleteLibrary ""
  ${NSD_GetState} $KeepLibrary $0
  ${If} $0 != ${BST_CHECKED}
    MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(LIBRARY_SURE)" IDYES sure
    Abort
    sure:
    StrCpy $DeleteLibrary "yes"
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\clausebook.exe"
  Delete "$INSTDIR\clausebook-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Clausebook.lnk"

  !insertmacro ForEachEnding OfferNoMoreFor
  DeleteRegKey SHCTX "Software\Classes\${PROGID}"
  DeleteRegKey SHCTX "${APPLICATION}"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "${KEY}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}

  ${If} $DeleteLibrary == "yes"
    SetShellVarContext current
    RMDir /r "$LOCALAPPDATA\Clausebook"
  ${EndIf}
SectionEnd
