internal import CalendarFiles
internal import ComplianceModel
internal import DurableFiles
public import SystemPackage
public import Workspace

/// Makes a workspace for one kecamatan or for many, with what its office says of itself.
public struct FoundWorkspace: Sendable {
  /// The code or the name of the kecamatan; with a region table also the code of what has many.
  public var kecamatan: String
  /// A table of regions; the four kecamatan of the first users where it is `nil`.
  public var regionTable: FilePath?
  /// The calendar of local dates that one kecamatan chose; the one of its kabupaten where it is `nil`.
  public var calendar: String?
  /// Since when the office is watched, as a person wrote it; `nil` where it says nothing.
  public var watchedSince: String?
  /// The working days of a week, 5 or 6.
  public var workingDays: Int
  /// The officers, in the order of the list.
  public var officers: [OfficerLine]

  /// Creates a request.
  public init(
    _ kecamatan: String, regionTable: FilePath? = nil, calendar: String? = nil,
    watchedSince: String? = nil, workingDays: Int = 5, officers: [OfficerLine] = []
  ) {
    self.kecamatan = kecamatan
    self.regionTable = regionTable
    self.calendar = calendar
    self.watchedSince = watchedSince
    self.workingDays = workingDays
    self.officers = officers
  }

  /// A reason why no workspace can be made so, as data; beside these there are the `WorkspaceFailure`s of
  /// the table and the folder, the faults that `kantor.yaml` would have, and ``ChangeSettings/Refused``.
  public enum Refused: Error, Hashable, Sendable {
    /// The first watched day is no day, quarter or year.
    case watchedSince(String)
    /// A week has five or six working days.
    case workingDays(Int)
  }

  /// A workspace as it will be made, or was.
  public struct Outcome: Sendable {
    /// The kecamatan, its calendars and its zone.
    public let founding: WorkspaceFounding
    /// What `kantor.yaml` says.
    public let office: String
  }

  /// What would be made; nothing is written.
  ///
  /// - Parameter data: The program's own data.
  /// - Returns: The workspace as it would be.
  /// - Throws: ``Refused``, and what stands beside it.
  public func preview(data: ProgramData) throws -> Outcome {
    let founding = try WorkspaceFounding(
      kecamatan, data: data, regionTable: regionTable, calendar: calendar)
    let start = try watchedSince.map { text in
      guard let start = Watch.normalized(text) else { throw Refused.watchedSince(text) }
      return start
    }
    guard (5...6).contains(workingDays) else { throw Refused.workingDays(workingDays) }
    let template = try founding.officeText(watchedSince: start, workingDays: workingDays)
    let text = try withOfficers(template)
    let findings = OfficeFile.read(YAMLText(text, file: Workspace.officeFile)).findings
    guard findings.isEmpty else { throw WorkspaceFailure.configuration(findings) }
    return Outcome(founding: founding, office: String(decoding: text, as: UTF8.self))
  }

  /// Makes the workspace; nothing that is there is overwritten.
  ///
  /// - Parameters:
  ///   - folder: Its folder, which may be there already and lies in no other workspace.
  ///   - data: The program's own data.
  /// - Returns: The workspace.
  /// - Throws: As ``preview(data:)``; a `WorkspaceFailure` for a folder that cannot take it.
  public func found(in folder: FilePath, data: ProgramData) throws -> Outcome {
    let outcome = try preview(data: data)
    try outcome.founding.requireGroundOfItsOwn(in: folder)
    let files = FileSystem.live
    try files.createFolder(folder, lettingGroupIn: true)
    // Of two at once the second finds what the first made.
    let turn = try files.lockFolder(folder, waiting: .seconds(10))
    try outcome.founding.found(in: folder, saying: Array(outcome.office.utf8))
    _ = consume turn
    return outcome
  }

  private func withOfficers(_ template: [UInt8]) throws -> [UInt8] {
    guard var text = EditableText(template, file: Workspace.officeFile) else {
      throw WorkspaceFailure.configuration(
        OfficeFile.read(YAMLText(template, file: Workspace.officeFile)).findings)
    }
    let changes = ChangeSettings(officers.map { .newOfficer($0) })
    for edit in try changes.edits(of: text.value) {
      do throws(Uneditable) {
        text = try text.applying(edit)
      } catch {
        throw CalendarRefusal(error)
      }
    }
    return text.bytes
  }
}
