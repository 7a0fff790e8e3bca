#include "core/rules/codedata.h"
#include <array>

namespace gridbook {

namespace {

constexpr CodeRow sexRows[] = {
    {u"1", u"男", u"male", u"男性|M"},
    {u"2", u"女", u"female", u"女性|F"},
};

constexpr CodeRow yesNoRows[] = {
    {u"1", u"是", u"yes", u"√|✓|✔|Y|有|T|true|对"},
    {u"0", u"否", u"no", u"×|✗|✘|X|N|无|F|false|未|没有|不是"},
};

constexpr CodeRow ethnicRows[] = {
    {u"01", u"汉", u"Han", u"汉族", u"majority"},
    {u"02", u"蒙古", u"Mongol", u"蒙古族|蒙"},
    {u"03", u"回", u"Hui", u"回族"},
    {u"04", u"藏", u"Tibetan", u"藏族"},
    {u"05", u"维吾尔", u"Uygur", u"维吾尔族|维族|维"},
    {u"06", u"苗", u"Miao", u"苗族"},
    {u"07", u"彝", u"Yi", u"彝族"},
    {u"08", u"壮", u"Zhuang", u"壮族"},
    {u"09", u"布依", u"Bouyei", u"布依族"},
    {u"10", u"朝鲜", u"Korean", u"朝鲜族"},
    {u"11", u"满", u"Manchu", u"满族"},
    {u"12", u"侗", u"Dong", u"侗族"},
    {u"13", u"瑶", u"Yao", u"瑶族"},
    {u"14", u"白", u"Bai", u"白族"},
    {u"15", u"土家", u"Tujia", u"土家族"},
    {u"16", u"哈尼", u"Hani", u"哈尼族"},
    {u"17", u"哈萨克", u"Kazak", u"哈萨克族"},
    {u"18", u"傣", u"Dai", u"傣族"},
    {u"19", u"黎", u"Li", u"黎族"},
    {u"20", u"傈僳", u"Lisu", u"傈僳族"},
    {u"21", u"佤", u"Va", u"佤族"},
    {u"22", u"畲", u"She", u"畲族"},
    {u"23", u"高山", u"Gaoshan", u"高山族"},
    {u"24", u"拉祜", u"Lahu", u"拉祜族"},
    {u"25", u"水", u"Sui", u"水族"},
    {u"26", u"东乡", u"Dongxiang", u"东乡族"},
    {u"27", u"纳西", u"Naxi", u"纳西族"},
    {u"28", u"景颇", u"Jingpo", u"景颇族"},
    {u"29", u"柯尔克孜", u"Kirgiz", u"柯尔克孜族"},
    {u"30", u"土", u"Tu", u"土族"},
    {u"31", u"达斡尔", u"Daur", u"达斡尔族"},
    {u"32", u"仫佬", u"Mulao", u"仫佬族"},
    {u"33", u"羌", u"Qiang", u"羌族"},
    {u"34", u"布朗", u"Blang", u"布朗族"},
    {u"35", u"撒拉", u"Salar", u"撒拉族"},
    {u"36", u"毛南", u"Maonan", u"毛南族"},
    {u"37", u"仡佬", u"Gelao", u"仡佬族"},
    {u"38", u"锡伯", u"Xibe", u"锡伯族"},
    {u"39", u"阿昌", u"Achang", u"阿昌族"},
    {u"40", u"普米", u"Pumi", u"普米族"},
    {u"41", u"塔吉克", u"Tajik", u"塔吉克族"},
    {u"42", u"怒", u"Nu", u"怒族"},
    {u"43", u"乌孜别克", u"Uzbek", u"乌孜别克族"},
    {u"44", u"俄罗斯", u"Russian", u"俄罗斯族"},
    {u"45", u"鄂温克", u"Ewenki", u"鄂温克族"},
    {u"46", u"德昂", u"Deang", u"德昂族"},
    {u"47", u"保安", u"Bonan", u"保安族"},
    {u"48", u"裕固", u"Yugur", u"裕固族"},
    {u"49", u"京", u"Gin", u"京族"},
    {u"50", u"塔塔尔", u"Tatar", u"塔塔尔族"},
    {u"51", u"独龙", u"Derung", u"独龙族"},
    {u"52", u"鄂伦春", u"Oroqen", u"鄂伦春族"},
    {u"53", u"赫哲", u"Hezhen", u"赫哲族"},
    {u"54", u"门巴", u"Monba", u"门巴族"},
    {u"55", u"珞巴", u"Lhoba", u"珞巴族"},
    {u"56", u"基诺", u"Jino", u"基诺族"},
    {u"97", u"其他", u"other", u"其它"},
    {u"98", u"外国血统中国籍人士", u"Chinese citizen of foreign descent", u"外国血统|外国血统中国籍|入籍"},
};

constexpr CodeRow educationRows[] = {
    {u"11", u"博士研究生毕业", u"doctoral study, graduated", u"博士|博士研究生"},
    {u"12", u"博士研究生结业", u"doctoral study, completed", u"博士结业"},
    {u"13", u"博士研究生肄业", u"doctoral study, left", u"博士肄业"},
    {u"14", u"硕士研究生毕业", u"master's study, graduated", u"硕士|硕士研究生|研究生|硕研"},
    {u"15", u"硕士研究生结业", u"master's study, completed", u"硕士结业|研究生结业"},
    {u"16", u"硕士研究生肄业", u"master's study, left", u"硕士肄业|研究生肄业"},
    {u"17", u"研究生班毕业", u"graduate class, graduated", u"研究生班|党校研究生|中央党校研究生|省委党校研究生"},
    {u"18", u"研究生班结业", u"graduate class, completed"},
    {u"19", u"研究生班肄业", u"graduate class, left"},
    {u"21", u"大学本科毕业", u"university, graduated",
     u"本科|大学|大学本科|大本|本科生|学士|大学毕业|党校大学|中央党校大学|省委党校大学|党校本科|中央党校本科|"
     u"省委党校本科"},
    {u"22", u"大学本科结业", u"university, completed", u"本科结业|大学结业|大本结业"},
    {u"23", u"大学本科肄业", u"university, left", u"本科肄业|大学肄业|大本肄业"},
    {u"28", u"大学普通班毕业", u"university general class, graduated", u"大学普通班|普通班|大普"},
    {u"31", u"大学专科毕业", u"college, graduated",
     u"大专|专科|大学专科|高职|高专|高等职业|专科生|党校大专|党校专科|中央党校大专|省委党校大专"},
    {u"32", u"大学专科结业", u"college, completed", u"大专结业|专科结业|高职结业|高专结业"},
    {u"33", u"大学专科肄业", u"college, left", u"大专肄业|专科肄业|高职肄业|高专肄业"},
    {u"41", u"中等专科毕业", u"secondary technical school, graduated", u"中专|中等专科|中师|中等师范"},
    {u"42", u"中等专科结业", u"secondary technical school, completed", u"中专结业|中师结业"},
    {u"43", u"中等专科肄业", u"secondary technical school, left", u"中专肄业|中师肄业"},
    {u"44", u"职业高中毕业", u"vocational senior school, graduated", u"职高|职业高中|职中"},
    {u"45", u"职业高中结业", u"vocational senior school, completed", u"职高结业"},
    {u"46", u"职业高中肄业", u"vocational senior school, left", u"职高肄业"},
    {u"47", u"技工学校毕业", u"skilled workers' school, graduated", u"技校|技工学校|中技|技工"},
    {u"48", u"技工学校结业", u"skilled workers' school, completed", u"技校结业|中技结业"},
    {u"49", u"技工学校肄业", u"skilled workers' school, left", u"技校肄业|中技肄业"},
    {u"61", u"普通高中毕业", u"senior middle school, graduated", u"高中|普通高中|高级中学"},
    {u"62", u"普通高中结业", u"senior middle school, completed", u"高中结业"},
    {u"63", u"普通高中肄业", u"senior middle school, left", u"高中肄业"},
    {u"71", u"初中毕业", u"junior middle school, graduated", u"初中|初级中学"},
    {u"73", u"初中肄业", u"junior middle school, left"},
    {u"81", u"小学毕业", u"primary school, graduated", u"小学"},
    {u"83", u"小学肄业", u"primary school, left"},
    {u"90", u"其他", u"other", u"其它|文盲|半文盲|文盲或半文盲|未上学|扫盲班|私塾"},
};

// How somebody studied, and that it was finished. Whoever still studies or never finished has no 毕业 of that school:
// GB/T 4658-2006 has codes of their own for 结业 and 肄业, and none for 在读.
constexpr QStringView plainEducationRemarks =
    u"毕业|已毕业|全日制|非全日制|在职|脱产|业余|函授|自考|自学考试|成人|成人教育|成教|夜大|电大|开放大学|网络|"
    u"网络教育|远程|远程教育|国民教育|普通|普通高等教育|统招|党校|中央党校|省委党校|最高|最高学历|第一学历";
constexpr QStringView contraryEducationRemarks = u"在读|在校|就读|未毕业|肄业|结业|辍学|退学|休学|未完成|未取得";

constexpr CodeRow educationGroupRows[] = {
    {u"graduate", u"研究生", u"graduate"},
    {u"bachelor", u"大学本科", u"university"},
    {u"college", u"大学专科", u"college"},
    {u"technical", u"中专", u"secondary technical school"},
    {u"senior", u"高中、中技", u"senior middle or skilled workers' school"},
    {u"junior", u"初中及以下", u"junior middle school or less"},
};

constexpr CodeRow degreeRows[] = {
    {u"1", u"名誉博士", u"honorary doctor"}, {u"2", u"博士", u"doctor", u"博士学位"},
    {u"3", u"硕士", u"master", u"硕士学位"}, {u"4", u"学士", u"bachelor", u"学士学位"},
    {u"0", u"无学位", u"none", u"无"},
};

constexpr CodeRow politicalStatusRows[] = {
    {u"01", u"中共党员", u"member of the Communist Party", u"中国共产党党员|党员|中共|共产党员|正式党员", u"party"},
    {u"02", u"中共预备党员", u"probationary member of the Communist Party",
     u"中国共产党预备党员|预备党员|预备|党员(预备)|中共党员(预备)", u"party"},
    {u"03", u"共青团员", u"member of the Youth League", u"团员|共青团|中国共产主义青年团团员"},
    {u"04", u"民革党员", u"Revolutionary Committee of the Kuomintang", u"民革会员|民革"},
    {u"05", u"民盟盟员", u"China Democratic League", u"民盟"},
    {u"06", u"民建会员", u"China National Democratic Construction Association", u"民建"},
    {u"07", u"民进会员", u"China Association for Promoting Democracy", u"民进"},
    {u"08", u"农工党党员", u"Chinese Peasants' and Workers' Democratic Party", u"农工党|农工|农工民主党"},
    {u"09", u"致公党党员", u"China Zhi Gong Party", u"致公党|致公"},
    {u"10", u"九三学社社员", u"Jiusan Society", u"九三学社|九三"},
    {u"11", u"台盟盟员", u"Taiwan Democratic Self-Government League", u"台盟"},
    {u"12", u"无党派人士", u"without party affiliation (public figure)", u"无党派|无党派民主人士"},
    {u"13", u"群众", u"of the masses", u"普通公民|普通群众|无"},
};

constexpr CodeRow maritalRows[] = {
    {u"10", u"未婚", u"never married"},
    {u"20", u"已婚", u"married", u"结婚|有配偶"},
    {u"21", u"初婚", u"first marriage"},
    {u"22", u"再婚", u"remarried"},
    {u"23", u"复婚", u"married again to the same person"},
    {u"30", u"丧偶", u"widowed"},
    {u"40", u"离婚", u"divorced", u"离异"},
    {u"90", u"未说明的婚姻状况", u"not stated", u"未说明"},
};

constexpr CodeRow idTypeRows[] = {
    {u"1", u"居民身份证", u"citizen identity card", u"身份证|公民身份号码"},
    {u"2", u"护照", u"passport", u"普通护照"},
    {u"3", u"港澳居民来往内地通行证", u"mainland travel permit for Hong Kong and Macao residents",
     u"港澳通行证|回乡证"},
    {u"4", u"台湾居民来往大陆通行证", u"mainland travel permit for Taiwan residents", u"台胞证|台湾通行证"},
    {u"5", u"外国人永久居留身份证", u"foreigner's permanent residence card", u"外国人永久居留证|永居证"},
    {u"6", u"军官证", u"officer's card", u"军人证|士兵证"},
    {u"7", u"港澳台居民居住证", u"residence permit for Hong Kong, Macao and Taiwan residents", u"居住证"},
    {u"8", u"其他", u"other", u"其它|其他证件"},
};

// The prefixes are those of the Party's annual tables; the last digit of a leaf is this program's own.
constexpr CodeRow workPostRows[] = {
    {u"0", u"在岗职工", u"employed"},
    {u"01", u"公有制单位在岗职工", u"employed in the public sector"},
    {u"011", u"党政机关工作人员", u"staff of Party and government organs", u"党政机关|机关干部|机关"},
    {u"0111", u"公务员", u"civil servant", u"国家公务员"},
    {u"0112", u"参照公务员法管理人员", u"staff managed like civil servants", u"参公|参公人员|参照管理"},
    {u"012", u"事业单位管理人员", u"administrators of public institutions"},
    {u"0121", u"事业单位管理岗位人员", u"administrator of a public institution", u"事业单位|事业管理|事业编|事业干部"},
    {u"013", u"事业单位专业技术人员", u"professionals of public institutions"},
    {u"0131", u"事业单位专业技术岗位人员", u"professional of a public institution",
     u"事业专技|教师|医生|护士|医务人员"},
    {u"014", u"公有制企业管理人员", u"managers of public enterprises"},
    {u"0141", u"国有企业管理岗位人员", u"manager of a public enterprise", u"国企管理人员|国有企业管理人员"},
    {u"015", u"公有制企业专业技术人员", u"professionals of public enterprises"},
    {u"0151", u"国有企业专业技术岗位人员", u"professional of a public enterprise",
     u"国企技术人员|国有企业专业技术人员"},
    {u"016", u"公有制单位工勤技能人员", u"skilled and service workers of the public sector"},
    {u"0161", u"机关工勤技能人员", u"worker of an organ", u"机关工勤"},
    {u"0162", u"事业单位工勤技能人员", u"worker of a public institution", u"事业工勤"},
    {u"0163", u"国有企业工勤技能人员", u"worker of a public enterprise", u"国企职工|国企工人|工人|职工"},
    {u"0164", u"公有制单位农民工", u"migrant worker in the public sector"},
    {u"02", u"非公有制单位在岗职工", u"employed in the private sector"},
    {u"021", u"非公有制企业管理人员", u"managers of private enterprises"},
    {u"0211", u"非公企业管理岗位人员", u"manager of a private enterprise", u"私企管理人员|私营企业主|企业主"},
    {u"022", u"非公有制企业专业技术人员", u"professionals of private enterprises"},
    {u"0221", u"非公企业专业技术岗位人员", u"professional of a private enterprise", u"私企技术人员"},
    {u"023", u"民办非企业单位管理人员", u"managers of private non-enterprise units"},
    {u"0231", u"社会服务机构管理岗位人员", u"manager of a social service organization", u"社会组织管理人员"},
    {u"024", u"民办非企业单位专业技术人员", u"professionals of private non-enterprise units"},
    {u"0241", u"社会服务机构专业技术岗位人员", u"professional of a social service organization", u"社会组织技术人员"},
    {u"025", u"非公有制单位工勤技能人员", u"skilled and service workers of the private sector"},
    {u"0251", u"非公企业工勤技能人员", u"worker of a private enterprise", u"私企职工|非公企业职工|企业职工"},
    {u"0252", u"社会服务机构工勤技能人员", u"worker of a social service organization"},
    {u"0253", u"非公有制单位农民工", u"migrant worker in the private sector", u"农民工|务工|务工人员"},
    {u"1", u"农牧渔民", u"farmers, herders, fishers", u"农民|务农"},
    {u"1111", u"从事农牧渔业生产", u"working in farming, herding or fishing", u"种养殖|种植户|养殖户|在家务农"},
    {u"1121", u"乡村医生", u"village doctor", u"村医"},
    {u"1131", u"外出务工经商", u"away for work or trade", u"外出务工|外出经商|打工|外出打工"},
    {u"2", u"军人、武警", u"armed forces", u"军人|武警|现役军人"},
    {u"2111", u"解放军", u"People's Liberation Army"},
    {u"2121", u"武装警察", u"Armed Police"},
    {u"3", u"学生", u"students"},
    {u"3111", u"研究生", u"graduate student", u"在读研究生"},
    {u"3121", u"大学本科学生", u"university student", u"大学生|本科生|在校大学生"},
    {u"3131", u"大学专科学生", u"college student", u"大专生|专科生"},
    {u"3141", u"中专学生", u"student of a secondary technical school", u"中专生"},
    {u"3151", u"高中学生", u"senior middle school student", u"高中生"},
    {u"3161", u"技校学生", u"student of a skilled workers' school", u"技校生"},
    {u"4", u"离退休人员", u"retired", u"离退休"},
    {u"4111", u"离休", u"retired with honours", u"离休干部|离休人员"},
    {u"4121", u"退休", u"on a pension", u"退休人员|退休干部|退休职工|退休工人|退休教师"},
    {u"4131", u"退职", u"resigned from post", u"退职人员"},
    {u"4141", u"内部退养", u"retired early within the unit", u"内退|内部退休|内退人员"},
    {u"5", u"其他职业人员", u"others"},
    {u"5111", u"大学生村官", u"college graduate village official", u"选调生村官|村官"},
    {u"5121", u"社区工作人员", u"community worker",
     u"社区工作者|社工|社区专职工作者|社区专干|社区干部|网格员|专职网格员"},
    {u"5131", u"个体工商户从业人员", u"in a self-employed business", u"个体|个体户|个体工商户|个体经营|经商"},
    {u"5141", u"自由职业", u"freelance", u"自由职业者|自由职业人员|灵活就业|灵活就业人员"},
    {u"5151", u"待业", u"out of work", u"失业|下岗|下岗职工|无业|待业人员|未就业|下岗失业"},
    {u"5161", u"出国(境)逾期未归", u"abroad beyond the term", u"出国|出国逾期|出境逾期"},
    {u"5191", u"不明职业及其他", u"occupation unknown or other", u"其他|其它|不明|不详|不明职业"},
};

constexpr CodeRow socialStratumRows[] = {
    {u"1", u"民营科技企业技术人员", u"technician of a private technology enterprise", u"民营科技企业的技术人员"},
    {u"2", u"受聘于外资企业的管理技术人员", u"manager or technician employed by a foreign enterprise",
     u"外企管理技术人员"},
    {u"3", u"个体劳动者", u"self-employed", u"个体户"},
    {u"31", u"城镇个体劳动者", u"self-employed in a town"},
    {u"4", u"私营企业主", u"private entrepreneur"},
    {u"41", u"民营科技企业的创业人员", u"founder of a private technology enterprise", u"民营科技企业创业人员"},
    {u"5", u"中介组织从业人员", u"working in an intermediary organization", u"中介组织的从业人员"},
    {u"6", u"自由职业人员", u"freelance", u"自由职业|自由职业者"},
};

constexpr std::array sheets{
    CodeSheet{u"sex", u"性别", u"Sex", sexRows},
    CodeSheet{u"yesNo", u"是否", u"Yes or no", yesNoRows},
    CodeSheet{u"ethnic", u"民族", u"Ethnic group", ethnicRows},
    CodeSheet{u"education", u"学历", u"Education", educationRows, plainEducationRemarks, contraryEducationRemarks},
    CodeSheet{u"educationGroup", u"学历分组", u"Education group", educationGroupRows},
    CodeSheet{u"degree", u"学位", u"Degree", degreeRows},
    CodeSheet{u"politicalStatus", u"政治面貌", u"Political status", politicalStatusRows, {}, u"预备"},
    CodeSheet{u"marital", u"婚姻状况", u"Marital status", maritalRows},
    CodeSheet{u"idType", u"证件类型", u"Document", idTypeRows},
    CodeSheet{u"workPost", u"工作岗位", u"Work post", workPostRows},
    CodeSheet{u"socialStratum", u"新社会阶层", u"New social stratum", socialStratumRows},
};

} // namespace

std::span<const CodeSheet> personSheets()
{
    return sheets;
}

} // namespace gridbook
