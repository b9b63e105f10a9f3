import Classroom
import Coursework
import Foundation
import Grading
import Hosting
import Reference
import Testing

/// Nothing that a worker can get hold of is worth a mark.
@Suite("Cheating")
struct CheatingTests {
  @Test("A table of the public questions answers those, and not one of another seed")
  func tableOfAnswers() throws {
    let assignment = ReLUOnly.assignment()
    let questions = try #require(assignment.parts.first?.checks.first).questions(.public)
    let rows = try questions.map { question in
      let right = try #require(assignment.reference(question)["h"]?.tensor)
      return "  \(try question.tensor("z").scalars): \(right.scalars),"
    }
    let source = """
      import Coursework

      let table: [[Double]: [Double]] = [
      \(rows.joined(separator: "\n"))
      ]

      struct Submission: AffineReLU {
        func relu(z: Tensor) throws -> Tensor {
          Tensor(shape: z.shape, scalars: table[z.scalars] ?? z.scalars.map { _ in 0 })
        }
      }
      """
    let known = try ReLUOnly.grade(source, by: ReLUOnly.grader())
    #expect(known.report.earned == 2)
    let hidden = try ReLUOnly.grade(source, by: ReLUOnly.grader(seed: Seed("another")))
    #expect(hidden.report.earned == .zero && hidden.report.findings.first?.verdict == .failed)
  }

  @Test("Every output of code is judged by questions that no other seed asks")
  func hiddenQuestions() {
    for assignment in Catalogue.all {
      // Some questions are always the same: cells that the course has published, and borders.
      for part in assignment.parts where part.checks.contains(where: { $0.medium == .code }) {
        let judging = part.checks.filter { check in
          !Set(check.questions(Seed("another"))).isSubset(of: check.questions(.public))
        }
        #expect(
          Set(judging.flatMap(\.outputs)).isSuperset(of: part.outputs.map(\.name)), "\(part.id)")
      }
    }
  }

  @Test("No expected value is in a worker's memory, environment, arguments or open files")
  func marker() throws {
    let (marker, mask) = (UInt64.random(in: 1 << 60..<1 << 61), UInt64.random(in: .min ... .max))
    let expected = Tensor(Double(bitPattern: marker))
    let assignment = ReLUOnly.assignment { question in
      ["h": .tensor(try question.tensor("z") * 0 + expected)]
    }
    let source = Self.search.replacing("MASKED", with: String(marker ^ mask))
      .replacing("MASK", with: String(mask)).replacing("WORD", with: "\(expected.scalar)")
    let graded = try ReLUOnly.grade(source, by: ReLUOnly.grader(assignment, seconds: 10))
    let exchanges = try #require(graded.record.conversations["relu/values"])
    #expect(exchanges.count > 3)
    for exchange in exchanges {
      guard case .answer(let answer, _, _) = exchange.reply else {
        Issue.record("\(exchange.reply)")
        continue
      }
      let found = try #require(answer["h"]?.tensor)
      #expect(found[0] > 0, "the search does not even find the inputs")
      #expect(found.scalars.dropFirst() == [0, 0, 0])
    }
  }

  /// Searches its own process for a word that it never holds itself: first for an input, which must
  /// be there, then for the marker; then for texts and descriptors.
  private static let search = """
    import Coursework
    import Foundation

    func count(_ masked: UInt64, _ mask: UInt64) -> Int {
      let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
      let memory = open("/proc/self/mem", O_RDONLY)
      defer { close(memory) }
      let room = UnsafeMutablePointer<UInt64>.allocate(capacity: 1 << 13)
      var found = 0
      for line in maps.split(separator: "\\n") where line.contains(" rw") || line.contains(" r-") {
        let ends = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt64($0, radix: 16) }
        var place = ends[0]
        while place < ends[1] {
          let size = min(1 << 16, Int(ends[1] - place))
          let read = pread(memory, room, size, off_t(place))
          guard read > 0 else { break }
          var index = 0
          while index < read / 8 {
            if room[index] ^ mask == masked { found += 1 }
            index += 1
          }
          place += UInt64(read)
        }
      }
      return found
    }

    struct Submission: AffineReLU {
      func relu(z: Tensor) throws -> Tensor {
        let input = z.scalars[0].bitPattern
        let texts = ["environ", "cmdline", "maps"].filter { name in
          let bytes = FileManager.default.contents(atPath: "/proc/self/" + name) ?? Data()
          return String(decoding: bytes, as: UTF8.self).contains("WO" + "RD".lowercased())
        }
        let open = (5..<1024).filter { fcntl($0, F_GETFD) >= 0 }
        return Tensor([
          Double(count(input ^ 77, 77)), Double(count(MASKED, MASK)), Double(texts.count),
          Double(open.count),
        ])
      }
    }
    """
}
