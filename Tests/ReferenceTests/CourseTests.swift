import Coursework
import Foundation
import Grading
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Every course in the catalogue")
struct CourseTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let ids = Catalogue.courses.map(\.id)

  @Test("Courses have different names, and the folders are theirs")
  func names() throws {
    #expect(Set(Self.ids).count == Self.ids.count)
    #expect(Set(Self.ids).isDisjoint(with: Catalogue.all.map(\.id)))
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "assignments/Courses").path())
    #expect(
      Set(folders.filter { !$0.contains(".") }) == Set(Catalogue.courses.map(\.folder)))
  }

  @Test("A course teaches assignments and parts that there are", arguments: ids)
  func entries(_ id: String) throws {
    let course = try #require(Catalogue.course(id))
    for entry in course.entries {
      let assignment = try #require(Catalogue.assignment(entry.assignment))
      guard let taught = course.taught(assignment) else {
        #expect(entry.partsInPython == [])
        continue
      }
      let parts = assignment.parts.map(\.id)
      #expect(taught.parts.map(\.id) == entry.partsInPython ?? entry.parts ?? parts)
      #expect(Set(entry.partsInPython ?? []).isSubset(of: entry.parts ?? parts))
      // A submission in Python holds no sheet.
      #expect(taught.checks.allSatisfy { $0.medium == .code })
      #expect(!taught.questionNames.isEmpty)
      #expect(taught.points <= assignment.points)
    }
  }

  @Test("The reference earns all points of what is taught, and they count over the rest")
  func reference() throws {
    for course in Catalogue.courses {
      for taught in Catalogue.all.compactMap({ course.taught($0) }) {
        let parts = try Grader(assignment: taught, seed: .public)
          .grade(InProcess(taught.reference))
        #expect(parts.map(\.earned).sum() == taught.points)
        #expect(parts.map(\.points).sum() == taught.points)
      }
    }
  }

  // MARK: - As a whole

  @Test("No course has hand-computed answers of two kinds, so that one page is about them")
  func sheets() {
    for course in Catalogue.courses {
      let members = course.members(of: Catalogue.all, inPython: false)
      #expect(members.count { Catalogue.worksheet(of: $0.id) != nil } <= 1, "\(course.id)")
    }
  }

  @Test("The weights of a course add up to 100", arguments: ids)
  func weights(_ id: String) throws {
    let course = try #require(Catalogue.course(id))
    #expect(course.entries.map(\.weight).sum() == 100)
    #expect(course.whole(of: Catalogue.all, inPython: false).points == 100)
    for (entry, member) in zip(
      course.entries, course.members(of: Catalogue.all, inPython: false))
    {
      #expect(member.id == entry.assignment && member.points == entry.weight)
    }
  }

  @Test(
    "The assignments of a course have parts, checks and questions of different names",
    arguments: ids)
  func differentNames(_ id: String) throws {
    let course = try #require(Catalogue.course(id))
    let whole = course.whole(of: Catalogue.all, inPython: false)
    #expect(Set(whole.parts.map(\.id)).count == whole.parts.count)
    #expect(Set(whole.checks.map(\.id)).count == whole.checks.count)
    let questions = course.members(of: Catalogue.all, inPython: false).flatMap { member in
      Set(member.checks.flatMap { $0.questions(.public) }.map(\.name))
    }
    #expect(Set(questions).count == questions.count)
  }

  @Test(
    "The reference of a whole course earns all its points", arguments: ids, [false, true])
  func whole(_ id: String, inPython: Bool) throws {
    let course = try #require(Catalogue.course(id))
    let whole = course.whole(of: Catalogue.all, inPython: inPython)
    let parts = try Grader(assignment: whole, seed: .public).grade(InProcess(whole.reference))
    #expect(parts.map(\.earned).sum() == whole.parts.map(\.points).sum())
  }

  @Test(
    "Nets of a course's own layers are right nets",
    arguments: [
      ("cs231n", "softmaxNetLoss"), ("cs231n", "loss"), ("cs231n", "dropoutLoss"),
      ("cs231n", "softmaxNetScores"), ("cs231n", "predict"), ("toronto-faces", "backward"),
    ])
  func netsOfLayers(_ id: String, _ question: String) throws {
    let course = try #require(Catalogue.course(id))
    let whole = course.whole(
      of: Catalogue.all, joinedBy: Catalogue.compositions, inPython: true)
    let composition = try #require(whole.compositions.last { $0.question == question })
    #expect(Catalogue.compositions.contains { $0.pieces == composition.pieces })
    let questions = whole.checks.flatMap { $0.questions(.public) }.filter { $0.name == question }
    #expect(questions.count >= Recognition.fewestExchanges)
    for question in questions {
      let answer = try composition.answer(question) { output, piece in
        try #require(try whole.reference(piece)[output]?.tensor)
      }
      let right = try whole.reference(question)
      #expect(Set(answer.keys) == Set(right.keys))
      for (output, value) in right {
        let (a, b) = (try #require(answer[output]?.tensor), try #require(value.tensor))
        #expect(Comparison.separation(a, b) <= 1e-13, "\(output)")
      }
    }
  }

  @Test("A wrong layer costs its own points in a course, and not the nets that are made of it")
  func oneWrongLayer() throws {
    let course = try #require(Catalogue.course("cs231n"))
    let whole = course.whole(
      of: Catalogue.all, joinedBy: Catalogue.compositions, inPython: true)
    let reference = whole.reference
    /// db is the mean over the batch in both layers, and in whatever is made of them.
    @Sendable func layer(_ question: Question) throws -> Answer {
      var answer = try reference(question)
      guard ["affineBackward", "affineReLUBackward"].contains(question.name),
        let gradB = answer["gradB"]?.tensor,
        let upstream = (question.inputs["gradY"] ?? question.inputs["gradH"])?.tensor
      else { return answer }
      answer["gradB"] = .tensor(gradB / Double(upstream.shape[0]))
      return answer
    }
    let student: Solution = { question in
      guard ["loss", "softmaxNetLoss"].contains(question.name) else { return try layer(question) }
      let net = try #require(
        whole.compositions.first {
          $0.question == question.name && $0.pieces.contains("softmaxLoss")
        })
      return try net.answer(question) { output, piece in
        try #require(try layer(piece)[output]?.tensor)
      }
    }
    let parts = try Grader(assignment: whole, seed: .public).grade(InProcess(student))
    let lost = parts.filter { $0.earned != $0.points }.map(\.id)
    #expect(lost == ["affine-backward", "affine-relu-backward"])
    let nets = parts.first { $0.id == "softmax-loss" }?.outputs.map(\.verdict) ?? []
    #expect(nets.contains(.accepted) && !nets.contains(.failed))
  }

  @Test("Other parts make another scheme by its digest")
  func digest() throws {
    let course = try #require(Catalogue.course("toronto-faces"))
    let taught = try #require(course.taught(.affineReLU))
    #expect(taught.digest(seed: .public) != Assignment.affineReLU.digest(seed: .public))
    #expect(course.taught(.dropout) == nil)
  }

  @Test("What the class has not chosen is worth its credit, and nothing else changes")
  func chosen() throws {
    let known = Course.Convention(
      "known", in: "a", "your code does so", outputs: ["gradZ"], credit: Ratio(1, 2))
    let other = Course.Convention("other", in: "a", "else", isUsual: true, credit: 0)
    let course = Course(
      id: "c", title: "C", folder: "C",
      entries: [.init("affine-relu", weight: 100, parts: ["relu", "relu-backward"])],
      conventions: [known, other])
    func parts(_ ids: [String]) throws -> [PartResult] {
      let chosen = try course.conventions(named: ids)
      let taught = try #require(course.taught(.affineReLU, by: chosen))
      return try Grader(assignment: taught, seed: .public)
        .grade(Conventional(solution: taught.reference))
    }
    #expect(try parts(["known"]).map(\.earned) == [2, 4])
    let halved = try parts(["other"])
    #expect(halved.map(\.earned) == [2, 2])
    let finding = try #require(halved[1].findings.first)
    #expect(finding.verdict == .accepted && finding.notes.isEmpty)
    #expect(finding.outputs.first?.diagnosis?.looksLike == "your code does so")
    let digests = try [[], ["known"], ["other"]].map {
      try course.taught(.affineReLU, by: course.conventions(named: $0))?.digest(seed: .public)
    }
    #expect(Set(digests).count == 3)
    #expect(throws: Course.WrongConvention.unknown("x", known: ["known", "other"])) {
      try course.conventions(named: ["x"])
    }
    #expect(throws: Course.WrongConvention.excluded("known", by: "other")) {
      try course.conventions(named: ["other", "known"])
    }
  }

  @Test("Outputs of one part have different names in every course", arguments: ids)
  func outputNames(_ id: String) throws {
    let course = try #require(Catalogue.course(id))
    for taught in Catalogue.all.compactMap({ course.taught($0) }) {
      let parts = try Grader(assignment: taught, seed: .public).grade(InProcess(taught.reference))
      for part in parts {
        let names = part.outputs.map(\.name)
        #expect(Set(names).count == names.count && part.earned == part.points)
      }
    }
  }

  @Test("Of the conventions that a worker names only the course's own are told, once a check")
  func conventions() throws {
    let course = Course(
      id: "c", title: "C", folder: "C",
      entries: [.init("affine-relu", weight: 100, parts: ["relu"])],
      conventions: [.init("known", in: "a", "your code does so", credit: Ratio(1, 2))])
    let taught = try #require(course.taught(.affineReLU))
    let source = Conventional(solution: taught.reference)
    let findings = try Grader(assignment: taught, seed: .public).grade(source).flatMap(\.findings)
    #expect(findings.allSatisfy { $0.verdict == .passed })
    #expect(findings.map(\.notes) == [[.followsConvention("your code does so")]])
    // Outside a course nobody may say anything of the kind.
    let whole = try Grader(assignment: .affineReLU, seed: .public).grade(source)
    #expect(whole.flatMap(\.findings).allSatisfy { $0.notes.isEmpty })
  }
}

/// Right answers, and a worker that names conventions.
private struct Conventional: RespondentSource, Respondent {
  let solution: Solution

  func withRespondent<Result>(
    to check: Check, _ body: (any Respondent) throws -> Result
  ) throws -> Result {
    try body(self)
  }

  func reply(to question: Question) throws -> Reply {
    .answer(try solution(question), conventions: ["invented", "known"])
  }
}
