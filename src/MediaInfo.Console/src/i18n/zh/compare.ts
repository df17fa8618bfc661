import type { compare as english } from '../en/compare.ts';

/** Two files side by side. */
export const compare: Readonly<Record<keyof typeof english, string>> = {
  'compare.title': '对比两个文件',
  'compare.lead': '两次分析并排显示，不同之处有标记。',
  'compare.choose': '选择两个分析作业',
  'compare.a': '第一个',
  'compare.b': '第二个',
  'compare.pick': '选择作业',
  'compare.go': '对比',
  'compare.swap': '交换',
  'compare.onlyDifferences': '只显示不同之处',
  'compare.none.title': '还没有可对比的内容',
  'compare.none.text': '请先分析两个文件。',
  'compare.none.file': '查看一个文件',
  'compare.fact': '项目',
  'compare.mark': '差异',
  'compare.change.same': '相同',
  'compare.change.changed': '不同',
  'compare.change.left': '仅第一个有',
  'compare.change.right': '仅第二个有',
  'compare.summary': '{number} 处不同',
  'compare.summary.none': '两个文件的描述相同。',
  'compare.absent': '无',
  'compare.noStream': '{file} 没有对应的流。',
  'compare.noChapters': '{file} 没有章节。',
  'compare.same.job': '这是同一个作业，请选择另一个。',
};
