import Backups
import CalendarFiles
import Deeds
import Inspection
import LedgerStore
import Reminders
import TestSupport
import Testing
import Wording
import Workspace

/// Every problem that a program can be told of has a name of its own.
@Suite struct `Names of problems` {
  private static var names: [String] {
    BackupProblem.allCases.map(\.rawValue) + CalendarProblem.allCases.map(\.rawValue)
      + ImportProblem.allCases.map(\.rawValue)
      + InspectionProblem.allCases.map(\.rawValue) + LedgerProblem.allCases.map(\.rawValue)
      + ReminderProblem.allCases.map(\.rawValue) + RollupProblem.allCases.map(\.rawValue)
      + WorkspaceProblem.allCases.map(\.rawValue)
  }

  @Test func `no two problems of the whole program have one name`() {
    let names = `Names of problems`.names
    #expect(Dictionary(grouping: names) { $0 }.filter { $1.count > 1 } == [:])
  }

  @Test func `a name is an area and what is wrong, in lower case`() {
    for name in `Names of problems`.names {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      let isPlain = parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
      }
      #expect(parts.count == 2 && isPlain, "\(name)")
    }
  }

  @Test func `the names stay as they were published`() {
    expectGolden(
      `Names of problems`.names.sorted().joined(separator: "\n") + "\n", named: "kode.txt")
  }
}
