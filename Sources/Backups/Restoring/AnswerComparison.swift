internal import Answers
internal import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// Asks two workspaces the same questions, of every kecamatan and year, and holds the answers against each other.
struct AnswerComparison {
  /// How many questions were asked.
  private(set) var questions = 0
  /// The answers that differ.
  private(set) var findings: [Finding] = []

  /// What a question came to: the values of its table, or what the program says instead.
  private enum Answer: Hashable {
    case table([String], [[Cell]])
    case refusal(String)
  }

  /// Asks.
  ///
  /// - Parameters:
  ///   - one: A workspace.
  ///   - other: What is to be the same.
  ///   - day: The day of judging.
  /// - Throws: `WorkspaceFailure` where the ledgers cannot be listed.
  init(of one: Workspace, and other: Workspace, asOf day: CivilDate) throws(WorkspaceFailure) {
    let workspaces = [one, other].map { workspace in
      workspace.viewed(on: day).looking(
        through: workspace.files, keeping: DeskShelf(lookingAgain: .atFirst))
    }
    for kecamatan in workspaces[0].kecamatan {
      let years: [Int]
      do throws(FileFailure) {
        years = try one.ledgers.years(of: kecamatan.code)
      } catch {
        throw .file(error)
      }
      for table in TableQuestion.Table.allCases {
        let duties =
          table == .riwayat
          ? [nil] : Set(years + [day.year]).sorted().map { DutyStatement.Duty.year($0) as Optional }
        for duty in duties {
          let question = TableQuestion(
            table, of: duty, units: UnitScope([kecamatan.code], workspaces[0].kecamatan),
            offices: [kecamatan], asOf: day, includesSettled: true)
          questions += 1
          let answers = Set(workspaces.map { AnswerComparison.answer(question, in: $0) })
          guard answers.count > 1 else { continue }
          let time = duty.map { " \($0.name)" } ?? ""
          findings.append(
            BackupSentence.answersDiffer(table.rawValue, time, of: kecamatan.code)
              .finding(at: other.folder.string))
        }
      }
    }
  }

  private static func answer(_ question: TableQuestion, in workspace: Workspace) -> Answer {
    do {
      let grid = try question.grid(in: workspace).grid
      return .table(grid.headings.map(\.key), grid.rows)
    } catch {
      return .refusal(String(reflecting: error))
    }
  }
}
