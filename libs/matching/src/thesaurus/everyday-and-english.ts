/** 各行业通用的难处说法、英文写法的产品，以及元宇宙、工业设计、卫星互联网补充 */
export const EVERYDAY_AND_ENGLISH = `
// 各行各业都会这样说的难处
人工巡查效率低 | ~人工巡查,人工巡检,靠人巡,巡查不到位,巡查频次低,巡查力量不足,人工排查,人海战术,人工值守,人工盯守,人工看屏 | >视频分析:0.55,巡检管理:0.6,无人机巡检:0.55,物联感知:0.45
监管力量不足 | ~人手不足,人手少,人少事多,监管人员少,执法力量不足,监管难度大,监管不到位,监管手段单一,监管手段不足 | >视频分析:0.4,大数据平台:0.3,移动巡查终端:0.4,预警模型:0.45
移动巡查终端 | ~移动终端采集,手持终端,pda,移动作业终端,手持机,移动警务终端,执法pad | <智能硬件:0.4,巡检管理:0.5
取证困难 | ~现场取证难,取证不及时,证据不足,追责难,难以取证,事后取证,调查取证 | >执法记录:0.6,视频分析:0.5,区块链存证:0.6,无人机巡检:0.4
预警不及时 | ~预警滞后,缺乏预警,事后处置,被动处置,被动应对,事后发现,主动预警,提前预警,早发现 | >预警模型:0.7,物联感知:0.45,预测分析:0.5,异常检测:0.5
处置不闭环 | ~处置不及时,处置慢,闭环管理,处置率低,跟踪不到位,整改难跟踪,处置结果反馈 | >事件处置:0.75,工单系统:0.65,督查督办:0.55
全覆盖监测 | ~实时监测,在线监测,动态监测,全天候监测,24小时监测,远程监测,自动监测,智能监测 | >物联感知:0.55,传感器:0.55,视频分析:0.4,数据采集与监控:0.4
家底一张图 | ~全景一张图,资源一张图,挂图作战,空间落位,图上作业,作战图 | >地理信息系统:0.5,数据可视化:0.5
群众不知晓 | ~宣传不到位,宣传渠道单一,知晓率低,覆盖面窄,参与度低,参与率低,群众参与度不高,宣传形式单一 | >短视频制作:0.5,积分制:0.4,短信通知:0.4,数字人:0.35
统计口径难 | ~统计不及时,统计分析难,数据滞后,信息滞后,汇总慢,逐级上报,层层上报,层层报送 | >统计报表:0.75,商业智能:0.6,数据填报平台:0.7
档案查找难 | ~纸质材料,纸质文件,纸质资料,纸质存档,资料堆积,资料丢失,查阅不便,手工建档,档案难查 | >电子档案:0.8,档案数字化加工:0.7,文字识别:0.6
沟通成本高 | ~微信群沟通,靠微信群,电话沟通,线下沟通,信息传递慢,沟通不畅,消息遗漏,信息遗漏 | >协同办公:0.65,工单系统:0.45,即时通信:0.5,消息推送平台:0.4
资金使用不透明 | ~资金去向不明,截留挪用,挪用,资金不透明,资金沉淀,资金闲置,资金拨付慢,账目不清 | >资金监管:0.75,区块链平台:0.4,财务管理:0.45,审计监督:0.4
语言不通 | ~外国游客,外宾,境外游客,入境旅游,入境游,外国人服务,多语言,多语种服务,英文服务 | >机器翻译:0.8,智能导览:0.45,数字人:0.4
老旧设施 | ~设施老化,设备陈旧,设施陈旧,设备落后,设备老化,线路老旧,设施损坏 | >设备管理:0.4,物联感知:0.35
用户体验差 | ~体验不佳,操作复杂,界面不友好,操作繁琐,使用率低,活跃度低,不好用 | >人机工程:0.5,低代码:0.3,智能问答:0.3
决策靠人工 | ~人工判断,经验判断,主观判断,人为因素,人工评估,缺少量化,难以量化 | >决策支持:0.65,商业智能:0.5,规则引擎:0.45,机器学习:0.35
私自改动 | ~弄虚作假,造假,代打卡,代签,冒用,冒充,顶替,人证不符 | >身份核验:0.65,人脸识别:0.6,区块链存证:0.4
信息孤立展示 | ~多屏切换,多个系统切换,重复登录,多次登录,账号密码多,入口多,多套系统,多个系统 | >统一门户:0.8,统一身份认证:0.8,接口管理:0.45
现场情况不明 | ~现场看不见,情况不清,现场画面,现场情况,一线情况,前后方协同,现场指挥,现场回传,画面回传 | >融合通信:0.65,实时音视频:0.5,无人机巡检:0.45,视频平台:0.5
设备故障难发现 | ~设备离线,设备掉线,设施故障,故障上报,设备损坏,被动维修,坏了再修 | >设备管理:0.55,物联感知:0.55,设备预测性维护:0.55,运维管理:0.4
物资丢失 | ~资产流失,资产丢失,资产闲置,账物不符,账卡不符,盘点难,盘点慢,资产不清 | >资产管理:0.85,条码管理:0.7
寻找位置难 | ~找路难,找不到地方,迷路,指引不清,引导不足,标识不清 | >地图导航:0.65,智能导览:0.55
// 以英文写的产品
收银软件 | ~point of sale,cash register,pos system,checkout | <门店运营:0.9
薪酬软件 | ~payroll,timesheet,time tracking,attendance | <人力资源管理:0.85
车队系统 | ~fleet management,fleet,gps tracking,vehicle tracking,telematics | <车辆定位:0.85
预约软件 | ~booking,appointment scheduling,reservation,appointments,booking system | <预约管理:0.9
图书馆系统 | ~library management,integrated library system,library system | <图书借阅:0.9
远程医疗软件 | ~telemedicine,telehealth | <互联网诊疗:0.9
医院软件 | ~hospital management system,clinic management,hospital information system,electronic medical records | <医院信息系统:0.9
影像软件 | ~dicom,medical imaging,radiology,dicom viewer | <医学影像:0.9
地图软件 | ~web map,geospatial,mapping library,map tiles,gis software,spatial data | <地理信息系统:0.85
遥感软件 | ~remote sensing,satellite imagery,earth observation | <遥感:0.9 | >遥感:0.6
身份服务 | ~identity provider,oauth,openid connect,access management,identity management,authentication | <统一身份认证:0.9
口令保险箱 | ~password manager,secrets management,vault,secret manager | <身份治理:0.7
网页抓取 | ~web crawler,crawler,scraper,web scraping,scraping | <数据采集:0.9
车牌识别算法 | ~license plate recognition,anpr,alpr,plate recognition | <车辆识别:0.9
姿态算法 | ~pose estimation,human pose,keypoint detection | <姿态估计:0.9
分割算法 | ~image segmentation,semantic segmentation,segmentation | <图像分割:0.9
时序预测 | ~forecasting,time series forecasting,demand forecasting,预报模型 | <预测分析:0.9
图像算法库 | ~image processing,image recognition,image classification | <图像识别:0.85
跟踪算法 | ~object tracking,multi-object tracking,person re-identification | <目标跟踪:0.9
数据目录软件 | ~data catalog,data lineage,metadata management,data governance,data quality | <数据治理:0.85
看板软件 | ~dashboard,dashboards,data visualization,charts,visualization | <数据可视化:0.85
消息软件 | ~message queue,message broker,pub/sub,event streaming | <中间件:0.8
代理网关 | ~reverse proxy,load balancer,api gateway,service mesh | <接口管理:0.6,中间件:0.6
备份软件 | ~backup,disaster recovery,snapshot | <数据备份:0.9
日志软件 | ~log management,observability,logging,tracing | <运维管理:0.8
入侵检测软件 | ~intrusion detection,threat detection,malware,ids,ips,honeypot | <威胁检测:0.9
渗透工具 | ~penetration testing,pentest,security scanner,security testing | <漏洞扫描:0.9
加密软件 | ~encryption,cryptography,key management,pki | <数据加密:0.85
隐私软件 | ~anonymization,data masking,differential privacy,pii detection | <数据脱敏:0.85
合约软件 | ~smart contract,smart contracts,distributed ledger,consortium blockchain | <区块链平台:0.85
机器人软件 | ~robotics,robot operating system,motion planning | <具身智能:0.85 | >具身智能:0.6
仿真软件包 | ~traffic simulator,driving simulator,digital twins,co-simulation | <仿真:0.7
建模软件 | ~3d modeling,cad software,parametric modeling,building information modeling | <计算机辅助设计:0.7
有限元软件 | ~finite element,computational fluid dynamics,multiphysics | <计算机辅助工程:0.9
电路软件 | ~circuit design,pcb design,electronic design automation,hdl,verilog | <电子设计自动化:0.9
仓库软件 | ~inventory management,warehouse management,stock management,inventory | <仓储管理:0.85
客户软件 | ~customer relationship,sales pipeline,lead management | <客户关系管理:0.9
发票软件 | ~invoicing,billing,invoice,subscription billing | <聚合支付:0.5,票据业务:0.6
商店软件 | ~online store,shopping cart,storefront,headless commerce | <电商系统:0.9
客服软件 | ~customer support,live chat,help desk | <智能客服:0.85,工单系统:0.7 | >智能客服:0.6
问卷软件 | ~polls,voting,questionnaires | <问卷调查:0.7
网盘软件 | ~file sharing,file sync,cloud storage,document collaboration | <在线文档协作:0.85
写作软件 | ~text editor,note taking,markdown editor,rich text editor | <在线文档协作:0.6
聊天软件 | ~team chat,messaging,chat server,group chat | <即时通信:0.9
视频软件 | ~video streaming,video platform,video on demand,transcoding | <视频点播:0.8
摄像软件 | ~nvr software,video surveillance,camera management,cctv | <视频平台:0.9
音频软件 | ~audio processing,music generation,audio editing,voice cloning | <配音配乐:0.7
对话软件 | ~conversational ai,dialogue,virtual assistant,voice assistant,chat bot | <对话平台:0.85
检索软件 | ~vector database,semantic search,full-text search,retrieval augmented generation | <搜索引擎:0.8,检索增强:0.6
训练软件 | ~model training,mlops platform,feature store,model serving,inference | <机器学习:0.85
家居软件 | ~home automation,building automation | <智能硬件:0.6,楼宇管理:0.5
能源软件 | ~energy monitoring,smart grid,solar,battery management,power grid | <能源管理:0.8
农业软件 | ~precision agriculture,smart farming,crop,greenhouse,farm management | <农业种植:0.85
学校软件 | ~school management,student information system,classroom,course management | <智慧教育:0.75
招聘软件 | ~recruitment,applicant tracking,resume parsing,job board | <就业服务:0.75
项目软件 | ~kanban,gantt,issue tracking,agile | <项目管理:0.85
// 元宇宙、工业设计、卫星互联网补充
虚拟场馆 | ~虚拟会展,虚拟会议,虚拟发布会,虚拟活动,线上云展,云会场,虚拟展示空间 | <元宇宙平台:0.8,数字展馆:0.6
数字分身 | ~虚拟化身,虚拟角色,ai分身,数字替身 | <数字人
脑机交互 | ~脑电,眼动,肌电,穿戴交互,智能头盔,交互设备 | <虚拟现实:0.4
虚拟试驾 | ~虚拟样板间,虚拟看房,虚拟展车,在线展车,汽车展厅 | <虚拟现实:0.7 | >三维可视化:0.5
文旅元宇宙 | ~元宇宙街区,虚拟景区,数字景区,元宇宙文旅,虚拟游览,数字游览 | <元宇宙平台,虚拟现实:0.85 | >虚拟现实:0.6
三维重建服务 | ~实景建模服务,三维采集,文物三维扫描,人体扫描,点云处理,数字孪生建模 | <点云采集,三维可视化:0.85 | >三维可视化:0.6
结构件设计 | ~钣金,模具设计,塑胶结构,机构设计,机械结构,结构工程 | <工业设计服务,计算机辅助设计:0.5
电子产品设计 | ~硬件设计,硬件开发,电路设计,嵌入式硬件,智能硬件设计,样机开发,pcba,方案设计公司 | <工业设计服务:0.7,嵌入式软件:0.5
医疗器械设计 | ~医疗产品设计,康复辅具设计,家居用品设计,家具产品设计,母婴产品 | <工业设计服务
服务设计 | ~体验设计,公共设施设计,城市家具设计,导视设计,标识系统设计 | <工业设计服务:0.8
色彩趋势 | ~流行趋势,趋势研究,消费者研究,设计研究,设计咨询 | <工业设计服务:0.7
卫星接收设备 | ~卫星接收机,地面终端,馈源,射频前端,波束,天线 | <卫星通信终端
卫星运营服务 | ~卫星带宽,卫星转发器,卫星电视,卫星网络运营,卫星宽带服务,机载通信,船载通信 | <遥感卫星应用
导航增强 | ~抗干扰导航,导航对抗,欺骗检测,多模导航,室内外一体化定位,伪卫星 | <高精度位置服务
时空大数据服务 | ~时空数据,轨迹数据,位置数据服务,网格编码,北斗网格码 | <北斗,位置大数据:0.5
应急通信无人机 | ~空中基站,无人机基站,高空基站,浮空器,系留气球 | <应急通信设备:0.9 | >自组网:0.4
应急通信设备 | ~应急通信装备,卫星便携基站,单兵,单兵图传,布控球,便携指挥箱 | <融合通信:0.85 | >融合通信:0.6
量子通信设备 | ~量子密钥分发,量子随机数,量子加密通话 | <量子安全:0.85 | >量子安全:0.75
`;
