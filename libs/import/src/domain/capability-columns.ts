import type { ColumnRule, ListRules } from './column-rule';

export type CapabilityField =
  | 'serial' | 'ref' | 'firmName' | 'uscc' | 'firmSize' | 'isLocal' | 'registeredPlace' | 'name' | 'kind'
  | 'summary' | 'description' | 'sectors' | 'technologyTags' | 'qualifications' | 'adaptedPlatforms'
  | 'firstVersion' | 'cases' | 'price' | 'deliveryDays' | 'contact' | 'contactName' | 'contactPhone'
  | 'contactEmail' | 'updatedAt' | 'remarks';

const rules: ColumnRule<CapabilityField>[] = [
  { field: 'serial', label: '序号', names: ['序号', '序', '行号', 'no.', 'no'] },
  { field: 'ref', label: '编号', names: ['编号', '能力编号', '产品编号', '企业编号', '能力编码', '清单编号', '原编号'], keys: ['id', 'ref', 'sourceref'], not: /信用|联系|电话|证书/ },
  { field: 'firmName', label: '企业名称', names: ['企业名称', '单位名称', '公司名称', '公司', '企业', '供给单位', '申报单位', '申报企业', '供应商', '供应商名称', '厂商', '厂商名称', '企业全称', '单位', '供给企业', '提供单位', '技术提供方', '能力提供单位', '研发单位', '供方', '服务商', '填报单位', '所属企业', '机构名称'], keys: ['firm', 'firmname', 'company'], not: /规模|类型|性质|简介|介绍|联系|地址|代码|资质|电话|人数|情况|编号|概况|标签|荣誉/, inGroup: { group: /企业|单位|公司|供给方/, leaf: /^(名称|全称)$/ } },
  { field: 'uscc', label: '统一社会信用代码', names: ['统一社会信用代码', '社会信用代码', '信用代码', '组织机构代码', '企业代码', '税号', '纳税人识别号', '统一信用代码', '统一代码'], keys: ['uscc'] },
  { field: 'firmSize', label: '企业规模', names: ['企业规模', '规模', '企业类型', '规模类型', '企业规模类型', '划型', '单位规模'], keys: ['firmsize', 'sizeband', 'size'] },
  { field: 'isLocal', label: '是否本地', names: ['是否本地', '是否本地企业', '本地企业', '是否区内企业', '是否区内', '是否渝企', '本地'], keys: ['local', 'islocal'] },
  { field: 'registeredPlace', label: '注册地', names: ['注册地', '注册地址', '所在地', '所在区县', '企业地址', '地址', '所属区县', '企业所在地', '办公地址', '所在区域', '注册区县'], keys: ['registeredplace'], not: /邮箱|网址/ },
  { field: 'name', label: '能力名称', names: ['能力名称', '产品名称', '解决方案名称', '方案名称', '技术名称', '产品', '解决方案', '能力', '服务名称', '场景能力名称', '产品或解决方案名称', '产品（解决方案）名称', '软件名称', '成果名称', '项目名称', '产品/方案名称', '产品或服务名称', '名称', '主要产品', '技术产品名称', '供给名称', '产品技术名称', '主营产品', '系统名称', '核心产品'], keys: ['name', 'title'], not: /企业名|单位名|公司|简介|介绍|描述|类型|类别|编号|特点|功能|优势|联系|案例|数量|价格|代码/, inGroup: { group: /能力|产品|方案|技术|供给/, leaf: /^名称$/ } },
  { field: 'kind', label: '能力类别', names: ['能力类别', '能力类型', '类型', '类别', '产品类型', '产品类别', '供给类型', '形态', '成果类型', '分类', '能力分类', '申报类别'], keys: ['kind', 'type'], not: /企业|资质|规模|单位/ },
  { field: 'summary', label: '一句话简介', names: ['一句话简介', '简介', '产品简介', '能力简介', '摘要', '方案简介', '概述', '一句话介绍', '能力概述', '产品概述', '简要介绍', '简述', '技术简介', '简要说明'], keys: ['summary'], not: /企业|公司|单位|案例/, many: true },
  { field: 'description', label: '能力描述', names: ['能力描述', '详细描述', '功能介绍', '产品描述', '描述', '产品介绍', '主要功能', '功能描述', '能力介绍', '方案介绍', '方案描述', '详细介绍', '产品功能', '功能特点', '核心功能', '技术优势', '产品优势', '特点', '优势', '服务内容', '供给内容', '解决方案介绍', '内容', '能力说明', '产品特点', '技术特点', '创新点', '主要内容', '主要技术指标', '性能指标', '产品及服务介绍', '正文', '可解决的问题', '解决问题', '核心优势', '产品详情'], keys: ['description', 'body', 'content'], not: /企业|公司|单位|案例|名称/, many: true },
  { field: 'sectors', label: '适用领域', names: ['适用领域', '应用领域', '行业', '领域', '行业领域', '所属领域', '适用行业', '应用行业', '所属行业', '应用场景', '适用场景', '服务领域', '面向行业', '应用方向', '适用范围', '服务行业', '可应用场景', '场景领域'], keys: ['sectors', 'sector', 'industry'], not: /技术|案例/, many: true },
  { field: 'technologyTags', label: '技术标签', names: ['技术标签', '技术方向', '关键技术', '关键词', '技术关键词', '标签', '核心技术', '技术领域', '主要技术', '涉及技术', '技术类别', '产品标签'], keys: ['technologytags', 'tags', 'keywords'], not: /企业/, many: true },
  { field: 'qualifications', label: '资质证书', names: ['资质证书', '资质', '企业资质', '资质荣誉', '资质情况', '认证', '证书', '企业资质及荣誉', '资质认证', '获得资质', '相关资质', '荣誉资质', '资质及荣誉', '企业荣誉', '企业标签'], keys: ['qualifications'], many: true },
  { field: 'adaptedPlatforms', label: '国产化适配', names: ['国产化适配', '适配', '信创适配', '适配平台', '适配情况', '国产化适配情况', '信创适配情况', '适配环境', '国产适配', '兼容适配', '适配认证'], keys: ['adaptedplatforms'], many: true },
  { field: 'firstVersion', label: '是否首版次', names: ['是否首版次', '首版次', '首版次软件', '是否首版次产品', '首台套', '首版次产品', '是否首台套'], keys: ['firstversion'] },
  { field: 'cases', label: '应用案例', names: ['应用案例', '案例', '典型案例', '成功案例', '落地案例', '客户案例', '服务案例', '应用情况', '实施案例', '典型客户', '典型应用', '业绩', '应用成效', '推广应用情况'], keys: ['cases'], many: true },
  { field: 'price', label: '参考报价', names: ['参考报价', '报价', '价格', '参考价格', '产品价格', '价格区间', '参考价', '单价'], keys: ['price'] },
  { field: 'deliveryDays', label: '交付周期', names: ['交付周期', '交付时间', '实施周期', '建设周期', '部署周期', '交付天数'], keys: ['deliverydays'] },
  { field: 'contact', label: '联系方式', names: ['联系方式', '联系人及电话', '联系人及联系方式', '联系人和电话', '联系人电话', '联系人及联系电话', '联系人/电话', '联系人、电话', '联系人姓名及电话'], keys: ['contact'], not: /邮箱/ },
  { field: 'contactName', label: '联系人', names: ['联系人', '联络人', '联系人姓名', '负责人', '经办人', '项目负责人', '姓名'], keys: ['contactname'], not: /电话|手机|方式|邮箱|职务/ },
  { field: 'contactPhone', label: '联系电话', names: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系手机', '办公电话', '电话号码'], keys: ['contactphone', 'phone'] },
  { field: 'contactEmail', label: '电子邮箱', names: ['电子邮箱', '邮箱', '电子邮件', 'email', 'e-mail'], keys: ['contactemail', 'email'] },
  { field: 'updatedAt', label: '更新日期', names: ['更新日期', '更新时间', '填报日期', '填报时间', '申报日期', '发布时间', '发布日期'], keys: ['updatedat'] },
  { field: 'remarks', label: '备注', names: ['备注', '说明', '其他', '其他说明', '备注说明', '填报说明'], keys: ['remarks', 'note', 'source'], many: true },
];

/** 场景能力供给清单, in the wordings offices and firms use. */
export const CAPABILITY_LIST: ListRules<CapabilityField> = {
  kind: 'capability',
  label: '能力清单',
  rules,
  needed: 'name',
  merged: ['firmName', 'uscc', 'firmSize', 'isLocal', 'registeredPlace'],
};
