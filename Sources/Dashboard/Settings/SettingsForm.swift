internal import Deeds
internal import HTTPTypes
internal import Workspace

/// The single values of the settings, filled in: shown as lines of `kantor.yaml`, then written.
enum SettingsForm: PostedForm {
  static let path = SettingsPage.path
  static let writers = Audience.managers
  private static let names = OfficeSetting.allCases.flatMap {
    [$0.rawValue, SettingField.seenPrefix + $0.rawValue]
  }
  static let fields: Set = Set(names + [FormStep.field])

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    let changes = OfficeSetting.allCases.compactMap { setting -> ChangeSettings.Change? in
      let seen = fields[SettingField.seenPrefix + setting.rawValue]
      let new = fields[setting.rawValue]
      return seen == new ? nil : .value(setting, seen: seen, new: new)
    }
    return try SettingsChange(visit: visit, request: ChangeSettings(changes)).answer(
      fields, again: names, to: path
    ) { problems in
      // What was not touched is shown as the file has it now: whoever mends a fault overwrites nothing that
      // somebody else wrote meanwhile.
      let sent = OfficeSetting.allCases.compactMap { setting -> (OfficeSetting, String)? in
        let new = fields[setting.rawValue]
        let isTouched = fields[SettingField.seenPrefix + setting.rawValue] != new
        return isTouched ? (setting, new ?? "") : nil
      }
      return try SettingsPage(
        visit, sent: Dictionary(sent) { first, _ in first }, problems: problems)
    }
  }
}

/// A working week from some day on.
enum WeekForm: PostedForm {
  static let path = "/pengaturan/minggu-kerja"
  static let writers = Audience.managers
  private static let names = ["hari", "sejak"]
  static let fields: Set = Set(names + [FormStep.field])

  static func answer(_ visit: Visit, _ fields: FormFields) throws -> FormAnswer {
    let missing = names.filter { fields[$0] == nil }
    guard let days = fields["hari"], let since = fields["sejak"] else {
      return .page(
        try SettingsPage(
          visit, problems: missing.map { "Minggu kerja: '\($0)' belum diisi." }),
        .unprocessableContent)
    }
    let request = ChangeSettings([.week(days: days, since: since)])
    return try SettingsChange(visit: visit, request: request).answer(
      fields, again: names, to: path
    ) { try SettingsPage(visit, problems: $0) }
  }
}
