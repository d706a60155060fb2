internal import CalendarFiles
public import Workspace

/// What `kantor.yaml` says now, value by value, as a form shows it.
public struct SettingsSheet: Sendable {
  /// The values that are written; those that are not have their default.
  public let values: [OfficeSetting: String]
  /// The officers, in the order of the list.
  public let officers: [OfficerLine]
  /// The working weeks: how many days, since when.
  public let weeks: [Week]

  /// A working week.
  public struct Week: Hashable, Sendable {
    /// The number of days, as it is written.
    public let days: String
    /// The first day, as it is written.
    public let since: String
  }

  /// Reads the settings as they are on the disk now.
  ///
  /// - Parameter workspace: The workspace.
  /// - Throws: `CalendarRefusal`; `WorkspaceFailure` where they cannot be read.
  public init(of workspace: Workspace) throws {
    let settings = try SettingsDraft.read(in: workspace).value
    values = Dictionary(
      uniqueKeysWithValues: OfficeSetting.allCases.compactMap { setting in
        setting.written(in: settings).map { (setting, $0) }
      })
    officers = SettingsSheet.officers(in: settings)
    weeks = (settings["minggu_kerja"]?.items ?? []).map {
      Week(days: $0["hari"]?.text ?? "", since: $0["sejak"]?.text ?? "")
    }
  }

  /// Where the officers are in the file.
  static let officers: [TextEdit.Step] = [.key("pejabat")]

  static func officers(in settings: WrittenValue) -> [OfficerLine] {
    (settings["pejabat"]?.items ?? []).map(OfficerLine.init)
  }
}
