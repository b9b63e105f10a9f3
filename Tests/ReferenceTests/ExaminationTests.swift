import Coursework
import Grading
import Reference
import Testing

/// The short exam: what `gradecheck examine` prints must be without fault, for several seeds.
@Suite("The checker's own exam")
struct ExaminationTests {
  @Test(
    "Every mistake is caught by three decades and named, every right answer accepted",
    arguments: CatalogueTests.ids, CatalogueTests.seeds)
  func examine(_ id: String, _ seed: Seed) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let transcript = try Transcript(of: assignment, seed: seed)
    for complaint in transcript.complaints { Issue.record("\(complaint.cause)") }
    // An exam in which nothing is handed in is passed as well, and says nothing.
    for part in assignment.parts {
      let marks = transcript.marks(of: part.id)
      #expect(marks.mistakes > 0 && marks.caught == marks.mistakes, "\(part.id)")
      #expect(marks.alternatives > 0 && marks.accepted == marks.alternatives, "\(part.id)")
    }
  }

  @Test("No mistake and no right answer is left out", arguments: CatalogueTests.ids)
  func complete(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let examination = try Examination(of: assignment, seed: .public)
    let kills = Set(examination.kills.map(\.misconception))
    #expect(kills == Set(assignment.misconceptions.map(\.id)))
    #expect(Set(examination.trials.map(\.alternative)) == Set(assignment.alternatives.map(\.id)))
  }

  // MARK: - Misconceptions

  @Test("A misconception answers with all outputs of its question", arguments: CatalogueTests.ids)
  func outputs(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    for question in assignment.checks.flatMap({ $0.questions(.public) }) {
      let outputs = Set(try assignment.reference(question).keys)
      for misconception in assignment.misconceptions where misconception.question == question.name {
        #expect(Set(try misconception.answer(question).keys) == outputs, "\(misconception.id)")
      }
    }
  }

  // MARK: - Alternatives

  @Test("Every question has at least four right alternatives", arguments: CatalogueTests.ids)
  func alternatives(_ id: String) throws {
    let assignment = try #require(Catalogue.assignment(id))
    let questions = Set(assignment.checks.flatMap { $0.questions(.public) }.map(\.name))
    let counts = Dictionary(grouping: assignment.alternatives, by: \.question)
    for question in questions { #expect(counts[question]?.count ?? 0 >= 4, "\(question)") }
    #expect(Set(counts.keys).subtracting(questions) == [], "these are never asked")
  }

  @Test("Alternatives have different names and say how they differ", arguments: CatalogueTests.ids)
  func names(_ id: String) throws {
    let alternatives = try #require(Catalogue.assignment(id)).alternatives
    #expect(Set(alternatives.map(\.id)).count == alternatives.count)
    for alternative in alternatives {
      let text = alternative.summary
      #expect((4...70).contains(text.count) && text.last != ".", "\(alternative.id): \(text)")
    }
  }
}
