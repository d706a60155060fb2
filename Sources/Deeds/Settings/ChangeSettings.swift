internal import CalendarFiles
public import CivilCalendar
internal import ComplianceModel
public import Workspace

/// Changes of the office's settings, `kantor.yaml`, all of them or none; its comments stay.
///
/// Each change says what the person saw. Where the file says something else by now, it is not overwritten.
public struct ChangeSettings: DeedRequest {
  /// A change.
  public enum Change: Hashable, Sendable {
    /// A value becomes another; `nil` for none, so that the default holds.
    case value(OfficeSetting, seen: String?, new: String?)
    /// An officer is added.
    case newOfficer(OfficerLine)
    /// An officer's line becomes another; its place in the list, from 0.
    case officer(Int, seen: OfficerLine, new: OfficerLine)
    /// An officer's line, which should never have been there, goes.
    case removedOfficer(Int, seen: OfficerLine)
    /// From a day on the week has five or six working days, as they are written.
    case week(days: String, since: String)
  }

  /// The changes.
  public var changes: [Change]

  /// The longest value in bytes.
  public static let longestValue = 1_000

  /// Creates a request.
  public init(_ changes: [Change]) { self.changes = changes }

  /// A reason why the settings cannot be changed so, as data; beside these there are a `CalendarRefusal`,
  /// where the file cannot be changed safely, and the faults that the file would have.
  public enum Refused: Error, Hashable, Sendable {
    /// Somebody changed the value since; what it says now.
    case changedMeanwhile(OfficeSetting, now: String?)
    /// Somebody changed the list of officers since.
    case officersChangedMeanwhile
    /// A value is more than one line.
    case notALine(String)
    /// A value is longer than ``longestValue``.
    case tooLong(String)
  }

  /// Puts the changes into the settings; nothing is written.
  public func admitted(
    in workspace: Workspace, at instant: ClockReading
  ) throws(RequestFailure) -> Admitted<SettingsOutcome> {
    _ = try preview(in: workspace)
    return Admitted {
      try workspace.changingSettings {
        let draft = try SettingsDraft(in: workspace, changing: edits)
        if draft.isNews { try draft.write() }
        return SettingsOutcome(draft, isWritten: draft.isNews)
      }
    }
  }

  /// What the changes would make of the settings; nothing is written.
  ///
  /// - Parameter workspace: The workspace.
  /// - Returns: The outcome as it would be.
  /// - Throws: Everything that stands against it.
  public func preview(in workspace: Workspace) throws(RequestFailure) -> SettingsOutcome {
    try RequestFailure.wrap {
      SettingsOutcome(try SettingsDraft(in: workspace, changing: edits), isWritten: false)
    }
  }

  /// The edits that the changes mean, by what the settings say now.
  func edits(of settings: WrittenValue) throws -> [TextEdit] {
    var edits: [[TextEdit]] = []
    // Lines that go, go from the last one on, so that the places of the others stay.
    var removed: [(place: Int, edit: TextEdit)] = []
    let officers = SettingsSheet.officers(in: settings)
    edits = try RequestFailure.gather(changes) { change in
      switch change {
      case .value(let setting, let seen, let new):
        let now = setting.written(in: settings)
        guard now == seen || now == new else {
          throw Refused.changedMeanwhile(setting, now: now)
        }
        guard now != new else { return [] }
        return [TextEdit(try new.map { .set(.text(try line($0))) } ?? .remove, at: setting.path)]
      case .newOfficer(let officer):
        // A form that is sent twice adds one.
        guard !officers.contains(officer) else { return [] }
        return [TextEdit(.append(try checked(officer).value), at: SettingsSheet.officers)]
      case .officer(let place, let seen, let new):
        guard officers.indices.contains(place), officers[place] == seen else {
          throw Refused.officersChangedMeanwhile
        }
        return seen.edits(to: try checked(new), at: SettingsSheet.officers + [.item(place)])
      case .removedOfficer(let place, let seen):
        guard officers.indices.contains(place), officers[place] == seen else {
          throw Refused.officersChangedMeanwhile
        }
        removed.append(
          (place, TextEdit(.remove, at: SettingsSheet.officers + [.item(place)])))
        return []
      case .week(let days, let since):
        let week = WrittenValue.mapping(texts: ["hari": try line(days), "sejak": try line(since)])
        guard settings["minggu_kerja"]?.items?.contains(week) != true else { return [] }
        return [TextEdit(.append(week), at: [.key("minggu_kerja")])]
      }
    }
    return edits.flatMap { $0 } + removed.sorted { $0.place > $1.place }.map(\.edit)
  }

  private func checked(_ officer: OfficerLine) throws -> OfficerLine {
    let values =
      [officer.role, officer.name, officer.since, officer.unit, officer.employeeNumber]
      .compactMap { $0 } + Array(officer.contacts.values)
    for value in values { _ = try line(value) }
    return officer
  }

  private func line(_ text: String) throws -> String {
    guard !text.contains(where: \.isNewline) else { throw Refused.notALine(text) }
    guard text.utf8.count <= ChangeSettings.longestValue else { throw Refused.tooLong(text) }
    return text
  }
}
