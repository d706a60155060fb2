internal import Programs
public import Spreadsheets
public import SystemPackage

/// Workbooks that become files while the next ones are prepared.
///
/// Half of the time that a workbook takes goes by in the other program: several of these run at once, and whoever
/// prepares the workbooks goes on meanwhile.
public struct WorkbookQueue {
  private let executable: FilePath
  private let programs: Int
  /// Those that are being made, the oldest first.
  private var running: [RunningCall] = []
  private var done: [[UInt8]] = []

  /// An empty queue.
  ///
  /// - Parameters:
  ///   - executable: The file of the running program.
  ///   - programs: How many workbooks are made at once, at least 1.
  public init(beside executable: FilePath, programs: Int) {
    self.executable = executable
    self.programs = programs
  }

  /// Adds a workbook; waits for the oldest one where as many are being made as there may be.
  ///
  /// - Throws: Why one before it was not made.
  public mutating func add(_ workbook: Workbook) throws(SpreadsheetProgram.Failure) {
    if running.count >= programs { try finishOldest() }
    running.append(SpreadsheetProgram.start(workbook, beside: executable))
  }

  /// Waits for all that were added.
  ///
  /// - Returns: The bytes of their files (`.xlsx`), in the order in which they were added.
  /// - Throws: Why one was not made.
  public mutating func files() throws(SpreadsheetProgram.Failure) -> [[UInt8]] {
    while !running.isEmpty { try finishOldest() }
    return done
  }

  private mutating func finishOldest() throws(SpreadsheetProgram.Failure) {
    done.append(
      try SpreadsheetProgram.file(running.removeFirst().ending(), beside: executable))
  }
}
