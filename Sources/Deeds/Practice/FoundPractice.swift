public import CivilCalendar
internal import Compliance
public import ComplianceModel
internal import DurableFiles
internal import LedgerStore
public import SystemPackage
public import Workspace

/// Makes a workspace to practise in: an office that does not exist, with a ledger of the year so far.
///
/// Every row is written as a deed writes it, in the order of the days; for the same day and the same seed all its
/// ledgers have the same bytes. It says of itself that it is for practice (`latihan: ya` in `kantor.yaml`), so that
/// no reminder leaves it.
public struct FoundPractice: Sendable {
  /// The day that is taken for today: nothing was done on it yet.
  public var today: CivilDate
  /// What one made-up year differs from another by.
  public var seed: UInt64

  /// Creates a request.
  public init(today: CivilDate, seed: UInt64 = 1) {
    self.today = today
    self.seed = seed
  }

  /// A reason why no such workspace is made, as data; beside these there are the `WorkspaceFailure`s of the folder.
  public enum Refused: Error, Hashable, Sendable {
    /// Something lies in the folder.
    case notEmpty(FilePath)
    /// The day lies before the years whose holidays and rules are known; the first that does not.
    case tooEarly(CivilDate, first: CivilDate)
  }

  /// A workspace that was made.
  public struct Outcome: Sendable {
    /// Its kecamatan.
    public let kecamatan: Kecamatan
    /// The rows of its ledgers.
    public let rowCount: Int
    /// The files that wait in its drop folder.
    public let waitingCount: Int
    /// The folder of files to practise with, in the workspace.
    public let sampleFolder: String
  }

  /// Freezes and signs a quarter at a moment: a document is made of it, which no deed does.
  ///
  /// - Parameters:
  ///   - quarter: The duty quarter.
  ///   - workspace: The workspace.
  ///   - instant: When it is signed and recorded.
  ///   - recorder: Who records it.
  public typealias Freezing = (
    _ quarter: Quarter, _ workspace: Workspace, _ instant: ClockReading, _ recorder: String
  ) throws -> Void

  /// The zone of its office, by which its today is told.
  public static let zone = IndonesianZone.wita
  /// The first day that can be taken for today.
  private static let firstDay = Month.december.lastDay(of: 2020).adding(days: 1)
  /// The folder of files to practise with.
  static let sampleFolder = "berkas-latihan"
  /// Who recorded what no office records day by day.
  static let recorder = "Petugas Latihan"

  /// Sees whether a folder can take it; nothing is written.
  ///
  /// - Parameters:
  ///   - folder: The folder, which may be missing.
  ///   - data: The program's own data.
  /// - Returns: The workspace as it would be founded.
  /// - Throws: ``Refused``; a `WorkspaceFailure` for a folder that lies in another workspace.
  @discardableResult
  public func check(_ folder: FilePath, data: ProgramData) throws -> WorkspaceFounding {
    guard today >= Self.firstDay else { throw Refused.tooEarly(today, first: Self.firstDay) }
    let regions = data.practice.appending(Workspace.regionFile)
    let table = try WorkspaceFounding.kecamatan(in: regions, data: data)
    let founding = try WorkspaceFounding(
      table.first.map { "\($0.code)" } ?? "", data: data, regionTable: regions)
    try founding.requireGroundOfItsOwn(in: folder)
    let isTaken = try FileSystem.live.state(of: folder, followingLink: true) != nil
    if isTaken, try !FileSystem.live.names(in: folder).isEmpty { throw Refused.notEmpty(folder) }
    return founding
  }

  /// Makes the workspace.
  ///
  /// - Parameters:
  ///   - folder: Its folder, missing or empty, in no other workspace.
  ///   - data: The program's own data.
  ///   - freeze: Freezes a quarter.
  /// - Returns: What was made.
  /// - Throws: As ``check(_:data:)``; what recording throws.
  public func found(
    in folder: FilePath, data: ProgramData, freezing freeze: @escaping Freezing
  ) throws -> Outcome {
    let founding = try check(folder, data: data)
    let files = FileSystem.live
    try files.createFolder(folder, lettingGroupIn: true)
    // Of two at once the second finds what the first made.
    let turn = try files.lockFolder(folder, waiting: .seconds(10))
    let span = PracticeSpan(today)
    let register = try RegisterSample(for: founding.kecamatan, on: today, data: data)
    try founding.found(
      in: folder, saying: try officeText(span, register: register.name, data: data))
    _ = consume turn
    let own = "kalender/iku"
    try files.createFolder(folder.pushing(FilePath(own)))
    // Its targets are remarks, to be filled in.
    try files.replaceAtomically(
      folder.pushing(FilePath("\(own)/\(register.name).yaml")),
      with: Array(register.text.replacing("    # target: ", with: "    target: ").utf8))
    let samples = folder.appending(Self.sampleFolder)
    try files.createFolder(samples)
    let survey = samples.appending("survei.csv")
    try files.replaceAtomically(
      survey, with: try data.read(data.practice.appending("survei.csv")))

    let workspace = try Workspace(folder, data: data)
    var run = PracticeRun(workspace, papers: samples, survey: survey, freeze)
    let terms = PracticeTerms(founding.kecamatan, span)
    for act in terms.acts { try run.record(act) }
    let desk = try workspace.desk(of: workspace.onlyKecamatan())
    let year = try PracticeYear(desk, span, terms, seed: seed)
    for act in year.acts { try run.record(act) }
    let waiting = try PracticeInbox(year.waiting, founding.kecamatan).write(in: folder)
    try PracticeSamples(year.waiting, founding.kecamatan, span).write(in: samples)
    let ledger = try workspace.desk(of: workspace.onlyKecamatan()).ledger
    return Outcome(
      kecamatan: founding.kecamatan, rowCount: ledger.files.reduce(0) { $0 + $1.rowCount },
      waitingCount: waiting,
      sampleFolder: Self.sampleFolder)
  }

  private func officeText(
    _ span: PracticeSpan, register: String, data: ProgramData
  ) throws -> [UInt8] {
    let template = String(
      decoding: try data.read(data.practice.appending(Workspace.officeFile)), as: UTF8.self)
    return Array(
      template.replacing("@ZONA@", with: Self.zone.rawValue)
        .replacing("@REGISTER@", with: register)
        .replacing("@SEJAK@", with: "\(span.first)").utf8)
  }
}
