internal import Programs
internal import Spreadsheets
public import SystemPackage

/// Workbooks that become files while they, and the next ones, are prepared.
///
/// Half of the time that a workbook takes goes by in the other program: it starts before there is anything to write,
/// gets each sheet as soon as this is prepared, and several of them run at once.
public struct WorkbookQueue {
  private let executable: FilePath
  private let programs: Int
  /// The one that waits for the next workbook.
  private var waiting: RunningCall?
  /// Those that have theirs, the oldest first.
  private var running: [RunningCall] = []
  private var done: [[UInt8]] = []

  /// An empty queue, which starts the program for its first workbook.
  ///
  /// - Parameters:
  ///   - executable: The file of the running program.
  ///   - programs: How many workbooks are made at once, at least 1.
  public init(beside executable: FilePath, programs: Int) {
    self.executable = executable
    self.programs = programs
    waiting = SpreadsheetProgram.start(beside: executable)
  }

  /// Adds a workbook; waits for the oldest one where as many are being made as there may be.
  ///
  /// - Returns: How many sheets it has.
  /// - Throws: Why one before it was not made.
  public mutating func add(_ workbook: OfficeWorkbook) throws(SpreadsheetProgram.Failure) -> Int {
    if running.count >= programs { try finishOldest() }
    let program = waiting ?? SpreadsheetProgram.start(beside: executable)
    waiting = nil
    var count = 0
    var writer = WorkbookWriter(title: workbook.title, created: workbook.created)
    workbook.prepareSheets { sheet in
      count += 1
      writer.add(sheet)
      program.feed(writer.take())
    }
    writer.finish()
    program.feed(writer.take())
    program.endFeeding()
    running.append(program)
    return count
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
