#include "generator/settings/settings.h"

namespace settings {

std::string starter_text() {
    return R"toml(# 公示门户的设置。# 号后面是说明；改好后保存为 UTF-8。

[site]
name = "甲市乙区双随机公示"          # 站点名称，出现在每一页的页眉
base_url = ""                        # 将来的网址，如 "https://www.example.gov.cn/ssj/"；订阅和站点地图要用
publisher = ""                       # 主办单位
address = ""                         # 主办单位地址（公开）
phone = ""                           # 咨询电话（公开）
email = ""                           # 公开邮箱
site_id_code = ""                    # 政府网站标识码
icp = ""                             # ICP备案号
license = ""                         # 数据许可，如 "可自由使用，注明来源"
operated_by = ""                     # 承办单位
police_record = ""                   # 公安备案号，如 "某公网安备 00000000000000号"
error_report = ""                    # “政府网站找错”的网址（https:// 开头），与本站的纠错页并列
keywords = ""                        # 网站关键词，用逗号隔开；不写则用“双随机、一公开”等
demo = false                         # true：每一页都注明“演示数据”

[publish]
two_persons = false                  # true：发布须两人复核（publish --by 甲 --second 乙）
keep_releases = 5                    # gc 保留的版本数
expiry_months_problem = 0            # 有问题的检查结果公示几个月；0 为不设期限
public_contacts = []                 # 允许出现在站上的本单位电话、邮箱，如 ["010-0000000"]
reviewed_phrases = []                # 隐私检查拦下、经人看过确可公开的文字，如 ["节假日高峰期检查"]
public_columns = []                  # 允许公开的自定义列名（表里不认识的列默认只存不公开）

# 检查结果的公示期，按结果代码或用语分别写几个月；期满后自动只留编号和日期。没有写的：有问题的按上面的
# expiry_months_problem，其余不设期限。一个结果有几个代码的，按最短的算。
[publish.periods]
# no_problem = 60
# "发现问题已责令改正" = 36

# 每个区县一节，至少一节。表格里的“发布机构”写区县名称或六位代码，都能对上。
[[office]]
area = "999901"                      # 六位行政区划代码
name = "甲市乙区"                    # 区县名称，前面带上级市名
parent = "999900"                    # 上级行政区划代码，可不写
level = "县"                         # 省 市 县
issuer = ""                          # 牵头机构全称；不写则为“区县名称＋双随机监管工作领导小组办公室”
departments = []                     # 成员单位，如 ["乙区市场监督管理局", "乙区公安局"]

# 可核验抽取（gongshi draw）用的代码：字母、数字、连字符。一个代码可以写几个名称：SCJG = ["甲局", "乙局"]
[draw.departments]                   # 部门，如 SCJG = "乙区市场监督管理局"
[draw.skills]                        # 执法领域或业务专长，如 food = "食品安全"
[draw.strata]                        # 抽查分层，如 catering = "餐饮服务"
)toml";
}

}  // namespace settings
