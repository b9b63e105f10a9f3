import Coursework
import Foundation
import Grading
import Reference
import Testing

/// The checks that students run at home, without any reference.
@Suite("Checks at home")
struct HomeCheckTests {
  /// A check by the assignment that it belongs to.
  struct Known: Sendable, CustomTestStringConvertible {
    let assignment: Assignment
    let check: PublicCheck
    var testDescription: String { "\(assignment.id) \(check.id)" }

    static let all = Catalogue.all.flatMap { assignment in
      assignment.publicChecks.map { Known(assignment: assignment, check: $0) }
    }

    /// What the check tells somebody who answers one question in another way.
    func result(of question: String? = nil, _ answer: @escaping Solution) throws -> HomeResult {
      let reference = assignment.reference
      return HomeResult(
        try check.judge(
          InProcess { try ($0.name == question || question == nil ? answer : reference)($0) }))
    }
  }

  /// Those that have any: the others' handouts have the contract, the text and the receipt alone.
  static let ids = Catalogue.all.filter { !$0.publicChecks.isEmpty }.map(\.id)
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("Every question that code is asked is checked at home", arguments: ids)
  func complete(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let asked = Set(assignment.publicChecks.map { String($0.id.prefix { $0 != "/" }) })
    #expect(asked == Set(assignment.questionNames))
    #expect(Set(assignment.publicChecks.map(\.id)).count == assignment.publicChecks.count)
  }

  @Test("They stand under the contract's name, by which a handout finds them", arguments: ids)
  func name(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let contract = assignment.contract
    let file = "assignments/\(contract)/\(contract)+PublicChecks.swift"
    let text = try String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
    #expect(text.contains("extension PublicCheck {"))
    #expect(text.contains("package static let \(assignment.memberName) ="))
  }

  @Test("The reference passes", arguments: Known.all)
  func reference(_ known: Known) throws {
    #expect(try known.result(known.assignment.reference) == .right)
  }

  @Test("No right answer is called wrong, whichever question it answers otherwise")
  func alternatives() throws {
    for known in Known.all {
      for alternative in known.assignment.alternatives {
        let result = try known.result(of: alternative.question, alternative.answer)
        #expect(result == .right, "\(known.testDescription) \(alternative.id)")
      }
    }
  }

  @Test("What earns all points by another convention is not called wrong")
  func conventions() throws {
    for known in Known.all {
      let credits = known.assignment.parts.flatMap { part in
        part.conventionCredit.filter { credit in credit.value == .one }.map(\.key)
      }
      for form in known.assignment.misconceptions where credits.contains(form.id) {
        if case .wrong(let texts) = try known.result(of: form.question, form.answer) {
          Issue.record("\(known.testDescription) \(form.id): \(texts)")
        }
      }
    }
  }

  @Test("A small number that keeps the logarithm of a loss from 0 is not called wrong")
  func smallNumber() throws {
    let asked = Known.all.filter { $0.check.id.hasPrefix("softmaxNetLoss/") }
    try #require(asked.count == 2)
    for known in asked {
      let result = try known.result(of: "softmaxNetLoss") { question in
        let inputs = question.inputs
        var answer = try known.assignment.reference(question)
        let scores = try known.assignment.reference(Question("softmaxNetScores", inputs))
        let powers = try #require(scores["scores"]?.tensor).exp()
        let p = powers / powers.sum(axis: 1, keepingDimension: true)
        for (i, label) in try question.wholeNumbers("labels").enumerated() {
          let change = Foundation.log(p[i, label] / (p[i, label] + 1e-8)) / Double(p.shape[0])
          answer["loss"] = try .number(#require(answer["loss"]?.tensor).scalar + change)
        }
        return answer
      }
      if case .wrong(let texts) = result { Issue.record("\(known.testDescription): \(texts)") }
    }
  }

  @Test("An answer that was kept in a Float is not called wrong", arguments: Known.all)
  func float(_ known: Known) throws {
    let question = String(known.check.id.prefix { $0 != "/" })
    let result = try known.result(of: question) { asked in
      try known.assignment.reference(asked).mapValues { value in
        value.tensor.map { .tensor($0.map { Double(Float($0)) }) } ?? value
      }
    }
    if case .wrong(let texts) = result { Issue.record("\(texts)") }
  }

  @Test("What is not written yet is a todo", arguments: Known.all)
  func unwritten(_ known: Known) throws {
    guard case .todo = try known.result({ _ in throw NotImplemented() }) else {
      Issue.record("no todo")
      return
    }
  }

  @Test("None asks what a hidden check asks", arguments: ids, CatalogueTests.seeds)
  func hidden(_ id: String, _ seed: Seed) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let hidden = Set(assignment.checks.flatMap { $0.questions(seed) })
    for check in assignment.publicChecks {
      _ = try check.judge(
        InProcess { question in
          #expect(!hidden.contains(question), "\(check.id)")
          return try assignment.reference(question)
        })
    }
  }

  @Test("Zeros are noticed in every method", arguments: ids)
  func zeros(_ id: String) throws {
    let known = Known.all.filter { $0.assignment.id == id }
    for question in Set(known.map { $0.check.id.prefix { $0 != "/" } }) {
      let results = try known.filter { $0.check.id.hasPrefix(question + "/") }.map { known in
        try known.result(of: String(question)) { asked in
          try known.assignment.reference(asked).mapValues { value in
            value.tensor.map { .tensor(.zeros(shape: $0.shape)) } ?? value
          }
        }
      }
      #expect(
        results.contains { if case .wrong = $0 { true } else { false } }, "\(question): \(results)")
    }
  }

  @Test("A wrong number stands beside that of the worked example")
  func sentence() throws {
    let known = try #require(Known.all.first { $0.check.id == "relu/example" })
    let result = try known.result(of: "relu") { ["h": .tensor(try $0.tensor("z"))] }
    #expect(result == .wrong(["h[0, 2] is -2.5, in the worked example it is 0.0"]))
  }
}
