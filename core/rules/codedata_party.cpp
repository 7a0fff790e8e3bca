#include "core/rules/codedata.h"
#include <array>

namespace gridbook {

namespace {

constexpr CodeRow memberCategoryRows[] = {
    {u"full", u"正式党员", u"full member", u"正式|党员|中共党员"},
    {u"probationary", u"预备党员", u"probationary member", u"预备|中共预备党员|党员(预备)|中共党员(预备)"},
};

// The codes up to 13 are those of the systems in use. Registered: still on the roll here; counted: in the annual
// tables. A retained member counts: the tables follow where the relation lies (党内统计年报填报说明, 二、统计依据), and
// who retains membership abroad leaves it with the old branch. Sheet 1 agrees: it has a line for stopping and one for
// restoring what was stopped, and none for retaining.
constexpr CodeRow membershipStateRows[] = {
    {u"1", u"正常", u"normal", u"正常党籍|在册", u"registered counted"},
    {u"10", u"保留党籍", u"membership retained", u"保留", u"registered counted"},
    {u"11", u"恢复党籍", u"membership restored", u"恢复", u"registered counted"},
    {u"12", u"停止党籍", u"membership stopped", u"停止|停止党籍处理", u"registered"},
    {u"13", u"开除党籍", u"expelled", u"开除", u"terminal"},
    {u"14", u"除名", u"struck off", u"退党除名|自行脱党除名|劝而不退除名|自行脱党", u"terminal"},
    {u"15", u"劝退", u"persuaded to leave", u"退党", u"terminal"},
    {u"16", u"取消预备党员资格", u"probation cancelled", u"取消预备资格", u"terminal"},
    {u"17", u"不予承认", u"membership not recognised", u"不承认党员身份", u"terminal"},
    {u"20", u"已转出", u"transferred out", u"转出|转走|组织关系转出", u"terminal"},
    {u"21", u"死亡", u"deceased", u"去世|已故|病故|亡故", u"terminal final"},
};

constexpr CodeRow lostReasonRows[] = {
    {u"1", u"外出务工经商", u"away for work or trade", u"①"},
    {u"2", u"单位改制或破产", u"unit restructured or bankrupt", u"②|单位改制|单位破产"},
    {u"3", u"毕业后去向不明", u"whereabouts unknown after graduation", u"③"},
    {u"4", u"工作单位改变", u"change of employer", u"④"},
    {u"5", u"出国(境)", u"abroad", u"⑤|出国|出境"},
    {u"6", u"居住地改变", u"moved house", u"⑥"},
    {u"7", u"其他", u"other", u"⑦|其它"},
};

// How a member came to the community's register: kinds that JN9 and the register itself tell apart.
constexpr CodeRow memberKindRows[] = {
    {u"staff", u"社区工作者", u"community worker", u"在职|社工"},
    {u"retired", u"离退休", u"retired", u"退休|离休"},
    {u"laidOff", u"下岗失业", u"laid off", u"下岗|失业"},
    {u"flexible", u"灵活就业", u"flexibly employed", u"自由职业"},
    {u"noPost", u"无职", u"without post", u"无职党员"},
    {u"student", u"学生", u"student", u"大学生"},
    {u"newEmployment", u"新就业群体", u"new forms of employment", u"快递员|外卖员"},
    {u"other", u"其他", u"other", u"其它"},
};

// 0 is what the book began with: neither an admission nor a transfer, and in no line of the annual table.
constexpr CodeRow increaseKindRows[] = {
    {u"0", u"建账期初", u"opening of the book", u"期初"},
    {u"1", u"发展党员", u"new member admitted", u"新发展|发展|新发展党员"},
    {u"11", u"重新入党", u"admitted again"},
    {u"2", u"恢复党籍", u"membership restored", u"恢复"},
    {u"21", u"停止党籍后恢复", u"restored after it was stopped"},
    {u"3", u"转入", u"transferred in", u"组织关系转入|转入党员|接转"},
    {u"31", u"整建制转入", u"transferred in with the whole organization"},
};

constexpr CodeRow decreaseKindRows[] = {
    {u"1", u"出党", u"left the Party"},
    {u"11", u"开除党籍", u"expelled", u"开除"},
    {u"12", u"退党除名", u"struck off at own wish", u"退党"},
    {u"13", u"劝退", u"persuaded to leave"},
    {u"14", u"劝而不退除名", u"struck off after persuasion failed"},
    {u"15", u"自行脱党除名", u"struck off for having dropped out", u"自行脱党"},
    {u"16", u"取消预备党员资格", u"probation cancelled", u"取消预备资格"},
    {u"17", u"不予承认", u"membership not recognised"},
    {u"2", u"停止党籍", u"membership stopped", u"停止"},
    {u"3", u"死亡", u"death", u"去世|病故|亡故"},
    {u"4", u"转出", u"transferred out", u"组织关系转出|转走"},
    {u"41", u"整建制转出", u"transferred out with the whole organization"},
};

constexpr CodeRow orgTypeRows[] = {
    {u"workCommittee", u"党工委", u"working committee", u"党的工作委员会|街道党工委"},
    {u"committee", u"党委", u"Party committee", u"党的委员会|基层党委|社区党委"},
    {u"generalBranch", u"党总支", u"general branch", u"总支|党总支部|总支部"},
    {u"branch", u"党支部", u"branch", u"支部|网格党支部"},
    {u"jointBranch", u"联合党支部", u"joint branch", u"联合支部"},
    {u"temporaryBranch", u"临时党支部", u"temporary branch", u"临时支部"},
    {u"group", u"党小组", u"group", u"楼栋党小组|小组"},
    {u"actionBranch", u"行动支部", u"action branch", u"", u"functional"},
    {u"functionalBranch", u"功能型党支部", u"functional branch", u"功能型党组织|功能型支部", u"functional"},
    {u"mobileOrg", u"流动党员党组织", u"organization of mobile members", u"流动党员党支部|流动党支部", u"functional"},
    {u"featureBranch", u"特色党支部", u"branch by interest, building or market",
     u"兴趣党支部|楼宇党支部|市场党支部|特色支部", u"functional"},
};

constexpr CodeRow orgBasisRows[] = {
    {u"area", u"区域型", u"by area", u"区域"},
    {u"function", u"行业功能型", u"by trade and function", u"功能型|行业型"},
    {u"interest", u"兴趣型", u"by interest", u"兴趣"},
};

constexpr CodeRow orgCategoryRows[] = {
    {u"community", u"街道社区", u"street or community", u"社区|街道"},
    {u"organ", u"机关", u"organ", u"党政机关"},
    {u"institution", u"事业单位", u"public institution", u"事业"},
    {u"stateEnterprise", u"国有企业", u"state-owned enterprise", u"国企|公有制企业"},
    {u"privateEnterprise", u"非公有制企业", u"private enterprise", u"非公|非公企业|私企|两新组织"},
    {u"socialOrganization", u"社会组织", u"social organization", u"社会团体|社团|民办非企业|社会服务机构"},
    {u"other", u"其他", u"other", u"其它"},
};

constexpr CodeRow unitSituationRows[] = {
    {u"sameAsSuperior", u"与上级党组织相同", u"same as the superior organization", u"与上级相同"},
    {u"legalUnit", u"法人单位", u"legal entity", u"法人"},
    {u"jointBranch", u"联合党支部", u"joint branch", u"联合支部"},
};

constexpr CodeRow unitKindRows[] = {
    {u"organ", u"党政机关", u"Party or government organ", u"机关"},
    {u"institution", u"事业单位", u"public institution", u"事业"},
    {u"stateEnterprise", u"国有企业", u"state-owned enterprise", u"国企"},
    {u"privateEnterprise", u"非公企业", u"private enterprise", u"非公有制企业|私企|民营企业"},
    {u"socialOrganization", u"社会组织", u"social organization", u"社团|社会团体"},
    {u"selfEmployed", u"个体工商户", u"self-employed business", u"个体户|个体"},
    {u"school", u"学校", u"school", u"中学|小学|幼儿园"},
    {u"hospital", u"医院", u"hospital", u"卫生院"},
    {u"military", u"部队", u"armed forces", u"驻军|武警"},
    {u"other", u"其他", u"other", u"其它"},
};

constexpr CodeRow orgChangeKindRows[] = {
    {u"founded", u"成立", u"founded", u"新建|建立|组建"},
    {u"dissolved", u"撤销", u"dissolved", u"撤消"},
    {u"merged", u"合并", u"merged", u"并入"},
    {u"renamed", u"更名", u"renamed", u"改名"},
    {u"promoted", u"升格", u"raised in rank"},
    {u"moved", u"隶属变更", u"put under another superior", u"隶属关系变更|变更隶属"},
};

constexpr CodeRow committeePostRows[] = {
    {u"secretary", u"书记", u"secretary", u"党支部书记|支部书记|党委书记|总支书记|支书", u"secretary"},
    {u"firstSecretary", u"第一书记", u"first secretary"},
    {u"deputySecretary", u"副书记", u"deputy secretary", u"支部副书记|党委副书记|总支副书记"},
    {u"fullTimeDeputy", u"专职副书记", u"full-time deputy secretary"},
    {u"organization", u"组织委员", u"member for organization", u"组织"},
    {u"publicity", u"宣传委员", u"member for publicity", u"宣传"},
    {u"discipline", u"纪检委员", u"member for discipline", u"纪检|纪律检查委员"},
    {u"unitedFront", u"统战委员", u"member for the united front", u"统战"},
    {u"youth", u"青年委员", u"member for youth", u"青年"},
    {u"women", u"妇女委员", u"member for women", u"妇女"},
    {u"masses", u"群工委员", u"member for mass work", u"群众工作委员|群众委员"},
    {u"security", u"保密委员", u"member for confidentiality", u"保密"},
    {u"welfare", u"生活委员", u"member for welfare", u"生活"},
    {u"member", u"委员", u"committee member", u"支委|支部委员|党委委员"},
};

constexpr CodeRow electionMethodRows[] = {
    {u"competitive", u"差额选举", u"more candidates than seats", u"差额"},
    {u"equal", u"等额选举", u"as many candidates as seats", u"等额"},
    {u"direct", u"公推直选", u"open nomination and direct election", u"直选"},
    {u"appointed", u"上级任命", u"appointed by the superior", u"任命|指定|委派"},
};

constexpr std::array sheets{
    CodeSheet{u"memberCategory", u"人员类别", u"Kind of member", memberCategoryRows, {}, u"预备"},
    CodeSheet{u"memberKind", u"党员分类", u"Kind of register entry", memberKindRows},
    CodeSheet{u"membershipState", u"党籍状态", u"Membership state", membershipStateRows},
    CodeSheet{u"lostReason", u"失联情形", u"Circumstance of lost contact", lostReasonRows},
    CodeSheet{u"increaseKind", u"党员增加方式", u"Kind of increase", increaseKindRows},
    CodeSheet{u"decreaseKind", u"党员减少方式", u"Kind of decrease", decreaseKindRows},
    CodeSheet{u"orgType", u"党组织类型", u"Type of organization", orgTypeRows},
    CodeSheet{u"orgBasis", u"设置方式", u"Basis of organization", orgBasisRows},
    CodeSheet{u"orgCategory", u"组织类别", u"Category of organization", orgCategoryRows},
    CodeSheet{u"unitSituation", u"所在单位情况", u"Situation of the unit", unitSituationRows},
    CodeSheet{u"unitKind", u"单位性质", u"Kind of unit", unitKindRows},
    CodeSheet{u"orgChangeKind", u"组织变动", u"Change of organization", orgChangeKindRows},
    CodeSheet{u"committeePost", u"党内职务", u"Party post", committeePostRows},
    CodeSheet{u"electionMethod", u"选举方式", u"Method of election", electionMethodRows},
};

} // namespace

std::span<const CodeSheet> partySheets()
{
    return sheets;
}

} // namespace gridbook
