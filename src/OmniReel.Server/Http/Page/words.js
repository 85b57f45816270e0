// The page in two languages; what is not here stays as the page says it in English.
export const chinese = {
  skip: "跳到表单", theme: "浅色 / 深色", title: "跑在自己机器上的视频 API",
  lead: "本服务与 Kling Omni-Video 接口逐字段兼容：把客户端的 base URL 指到这里即可。每个请求都成为一个持久任务，由内置渲染器生成真实可播放的影片——无需厂商密钥、GPU 或网络。",
  try: "试一试", key: "API 密钥", profile: "路径", keyHint: "首次启动时打印，或由 OMNIREEL_KEY 指定；只保存在当前标签页。", body: "请求体",
  send: "生成影片", quote: "只询价", reset: "文档示例", shortcut: "Ctrl + Enter 发送", cancel: "取消", answer: "应答", films: "最近的任务", refresh: "刷新",
  empty: "输入密钥后显示本服务的任务。", none: "还没有任务。", learn: "在终端里", linkRules: "请求须遵守的全部规则（中英文）", linkQuote: "校验结果、尺寸、帧数与价格；不创建任务",
  linkEvents: "以事件流推送状态、进度与预计剩余时间", linkWait: "用于 POST 与 GET：影片完成时才应答", linkOps: "供运维使用", linkDocs: "指南与参考",
  submitted: "已提交", processing: "处理中", succeed: "成功", failed: "失败", ahead: "前面还有", left: "预计还需", seconds: "秒", unreachable: "无法连接服务", film: "影片",
  storyboard: "分镜表", strip: "十帧条", marked: "带水印的版本", cached: "与先前相同，未重新绘制",
};

export const english = {
  none: "No tasks yet.", submitted: "submitted", processing: "processing", succeed: "succeed", failed: "failed", ahead: "ahead in the queue:",
  left: "about", seconds: "s left", unreachable: "The server cannot be reached", film: "film",
  storyboard: "Storyboard", strip: "Ten frames", marked: "Watermarked", cached: "the same as before, not drawn again",
};
