/** A file breaks the rules of its form (section 2) or a bound: nothing of the package is judged. Exit code 2. */
export class Unreadable extends Error {
  /**
   * @param file name of the file, @param line counted from 1 (JSON has one), @param reason in Chinese, for people
   */
  constructor(file, line, reason) {
    super(`${file} 第 ${line} 行：${reason}`);
    this.name = 'Unreadable';
    this.file = file;
    this.line = line;
    this.reason = reason;
  }
}
