import Grading
import Reference
import Reports

extension Command {
  static let examine = Command(
    name: "examine", synopsis: "[<assignment>] [options]",
    summary: "Let the checks sit their own exam: known mistakes and right alternatives.",
    discussion: """
      Hands every known mistake to the checks, which must catch it by three decades more than the
      tolerance and call it by its name, and every right answer that is written differently, which
      must lose nothing. Prints what came out for each part, each miss and false alarm with its
      reason, and both error rates. Without an assignment all are examined. The exit code is 0 when
      nothing went wrong, and 1 otherwise.
      """,
    options: [
      Option("--seed", "N", "The course's secret seed for the hidden inputs. Default: public."),
      Option("--rounds", "N", "How often, each time with other inputs. Default: 1."),
      Option("--quiet", nil, "No progress on standard error."),
    ]
  ) { arguments, console in
    var console = console
    console.isQuiet = arguments.has("--quiet")
    guard arguments.positionals.count <= 1 else {
      throw UsageError("examine takes one assignment at most")
    }
    let assignments = try arguments.positionals.first.map { [try Assignment.named($0)] }
    let seed = arguments.value("--seed").map(Seed.init) ?? .public
    let rounds = try arguments.integer("--rounds", in: 1...100_000) ?? 1
    var transcripts: [Transcript] = []
    for assignment in assignments ?? Catalogue.all {
      let transcript = try Transcript(of: assignment, seed: seed, rounds: rounds) { round in
        // One line for each tenth is enough.
        guard rounds > 1, round * 10 / rounds > (round - 1) * 10 / rounds else { return }
        console.progress("\(assignment.id): \(round) of \(rounds) rounds")
      }
      console.print(ExaminationText.render(transcript) + "\n")
      transcripts.append(transcript)
    }
    console.print(ExaminationText.rates(transcripts))
    return transcripts.allSatisfy(\.isPassed) ? .success : .belowPassMark
  }
}
