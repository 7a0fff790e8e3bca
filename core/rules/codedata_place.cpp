#include "core/rules/codedata.h"
#include <array>

namespace gridbook {

namespace {

constexpr CodeRow gridKindRows[] = {
    {u"urban", u"城市网格", u"urban grid", u"城市|居民小区|小区|楼院|城镇"},
    {u"rural", u"农村网格", u"rural grid", u"农村|村"},
    {u"special", u"专属网格", u"dedicated grid", u"专属|专属类|机关单位|商场超市|市场"},
};

constexpr CodeRow gridAreaKindRows[] = {
    {u"organ", u"党政机关", u"Party or government organ", u"机关|机关单位"},
    {u"hospital", u"医院", u"hospital"},
    {u"school", u"学校", u"school"},
    {u"enterprise", u"企业", u"enterprise"},
    {u"park", u"园区", u"industrial park", u"工业园区|产业园区"},
    {u"business", u"商圈", u"business quarter", u"商场超市|商场"},
    {u"market", u"市场", u"market", u"专业市场"},
    {u"scenic", u"景区", u"scenic area"},
    {u"other", u"其他", u"other", u"其它"},
};

constexpr CodeRow gridPartyFormRows[] = {
    {u"gridBranch", u"网格党支部", u"grid branch", u"党支部|支部"},
    {u"buildingGroup", u"楼栋党小组", u"building group", u"党小组|网格党小组"},
    {u"memberHub", u"党员中心户", u"central-household member", u"中心户"},
    {u"other", u"其他", u"other", u"其它"},
    {u"none", u"无", u"none", u"未建立|没有"},
};

constexpr CodeRow gridBandRows[] = {
    {u"below", u"低于下限", u"below the band", u"偏少"},
    {u"above", u"高于上限", u"above the band", u"偏多"},
};

constexpr CodeRow gridPostRoleRows[] = {
    {u"leader", u"网格长", u"grid leader", u"", u"single"},
    {u"fullTimeWorker", u"专职网格员", u"full-time grid worker", u"网格员|专职"},
    {u"partTimeWorker", u"兼职网格员", u"part-time grid worker", u"兼职"},
    {u"police", u"警务网格员", u"police grid worker", u"社区民警|片警|民警"},
    {u"partyInstructor", u"党建指导员", u"Party-building instructor"},
    {u"buildingHead", u"楼栋长", u"building head", u"楼道长|楼栋(道)长|单元长|楼长"},
    {u"buildingMember", u"楼道党员", u"Party member of the stairway"},
    {u"propertyKeeper", u"物业管家", u"property keeper", u"物业"},
    {u"cleaner", u"保洁员", u"cleaner"},
    {u"liaison", u"网格联络员", u"grid liaison", u"联络员"},
};

constexpr CodeRow propertyModeRows[] = {
    {u"company", u"物业企业", u"property company", u"物业公司|物业服务企业|专业物业"},
    {u"owners", u"业委会自管", u"run by the owners' committee", u"业主自管|自管|业委会"},
    {u"community", u"社区代管", u"run by the community", u"社区托管|代管"},
    {u"none", u"无物业", u"no property management", u"无|三无小区"},
};

constexpr CodeRow householdKindRows[] = {
    {u"resident", u"常住户", u"resident household", u"常住"},
    {u"empty", u"空挂户", u"registered but not living here", u"人户分离|空挂"},
    {u"tenant", u"租户", u"tenants", u"出租户|租住"},
    {u"collective", u"集体户", u"collective household", u"集体"},
    {u"shop", u"商户", u"shop", u"商铺|门店"},
};

constexpr CodeRow urbanRuralRows[] = {
    {u"111", u"主城区", u"main urban area"},
    {u"112", u"城乡结合区", u"urban-rural fringe"},
    {u"121", u"镇中心区", u"centre of a town"},
    {u"122", u"镇乡结合区", u"town-rural fringe"},
    {u"123", u"特殊区域", u"special area"},
    {u"210", u"乡中心区", u"centre of a township"},
    {u"220", u"村庄", u"village"},
};

constexpr CodeRow divisionLevelRows[] = {
    {u"county", u"县(市、区)", u"county", u"县|区|县级|县区"},
    {u"street", u"街道(乡、镇)", u"street", u"街道|镇|乡|乡镇"},
    {u"community", u"社区(村)", u"community", u"社区|村|居委会|村委会"},
};

constexpr std::array sheets{
    CodeSheet{u"gridKind", u"网格类别", u"Kind of grid", gridKindRows},
    CodeSheet{u"gridAreaKind", u"专属网格区域类别", u"Area of a dedicated grid", gridAreaKindRows},
    CodeSheet{u"gridPartyForm", u"网格党组织形式", u"Party form in the grid", gridPartyFormRows},
    CodeSheet{u"gridBand", u"网格户数与标准", u"Households of a grid and the band", gridBandRows},
    CodeSheet{u"gridPostRole", u"网格岗位", u"Grid post", gridPostRoleRows},
    CodeSheet{u"propertyMode", u"物业管理方式", u"Property management", propertyModeRows},
    CodeSheet{u"householdKind", u"户类别", u"Kind of household", householdKindRows},
    CodeSheet{u"urbanRural", u"城乡分类", u"Urban or rural", urbanRuralRows},
    CodeSheet{u"divisionLevel", u"区划级别", u"Level of division", divisionLevelRows},
};

} // namespace

std::span<const CodeSheet> placeSheets()
{
    return sheets;
}

} // namespace gridbook
