/// What the harness promises about code that it does not trust.
package struct Promise: Sendable {
  /// The promise, as a sentence without a full stop.
  package let sentence: String
  /// From which level on it holds.
  package let level: IsolationLevel

  /// All of them; what is not here is not promised.
  package static let all = [
    Promise(
      sentence: "a crash, hang, memory or output flood costs its own check and never stops the run",
      level: .limits),
    Promise(
      sentence: "no point without the grader's own comparison; no expected value in the worker",
      level: .limits),
    Promise(
      sentence: "a submission cannot read your files, the reference or other submissions",
      level: .landlock),
    Promise(
      sentence: "a submission cannot write or change files outside its own folder",
      level: .landlock),
    Promise(sentence: "a submission has no network", level: .landlock),
    Promise(
      sentence: "a submission starts no processes and signals nobody", level: .landlock),
    Promise(
      sentence: "a submission does not see that other files and processes exist",
      level: .bubblewrap),
    Promise(
      sentence: "all files of one check together hold 64 MB at most", level: .bubblewrap),
  ]
}
