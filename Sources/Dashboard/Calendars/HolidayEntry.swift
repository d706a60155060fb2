internal import CivilCalendar
internal import ComplianceModel
internal import Deeds
internal import DurableFiles
internal import PlainText

/// What was filled in about holidays.
enum HolidayEntry {
  /// Everything that is wrong with it.
  struct Faults: Error {
    let list: [FormFault]
  }

  /// Reads what was sent.
  ///
  /// - Parameter fields: What was sent.
  /// - Returns: The texts by field, and the holidays, or everything that is wrong with them.
  /// - Throws: What reading a file that was sent throws.
  static func read(
    _ fields: FormFields
  ) throws -> (filled: [String: String], holidays: Result<PutHolidays.Holidays, Faults>) {
    var filled: [String: String] = [:]
    for name in [HolidayForm.kind, HolidayForm.decree] { filled[name] = fields[name] }
    for name in [HolidayForm.text, HolidayForm.days] {
      // A browser ends the lines of what is sent with CR LF.
      let text = fields.whole(name)?.replacing("\r\n", with: "\n") ?? ""
      if !text.isBlank { filled[name] = text }
    }
    if let file = fields.files(HolidayForm.file).first {
      let bytes = try FileSystem.live.read(file.path, atMost: Limits.settings) ?? []
      guard let text = String(validating: bytes, as: UTF8.self), filled[HolidayForm.text] == nil
      else {
        let fault = FormFault(
          HolidayForm.file,
          "Berkas ini bukan teks UTF-8, atau isinya juga diketik; sebut satu saja.")
        return (filled, .failure(Faults(list: [fault])))
      }
      filled[HolidayForm.text] = text
    }
    return (filled, holidays(filled))
  }

  private static func holidays(
    _ filled: [String: String]
  ) -> Result<PutHolidays.Holidays, Faults> {
    switch (filled[HolidayForm.text], filled[HolidayForm.days]) {
    case (let text?, nil):
      return .success(.year(text: Array((text.hasSuffix("\n") ? text : text + "\n").utf8)))
    case (nil, let days?): return read(days: days, filled)
    case (nil, nil):
      return .failure(
        Faults(list: [.init(HolidayForm.file, "Pilih berkasnya, tulis isinya, atau sebut harinya.")]
        ))
    case (_?, _?):
      return .failure(
        Faults(list: [
          .init(HolidayForm.days, "Berkas setahun dan hari di luar SKB tidak dapat bersamaan.")
        ]))
    }
  }

  private static func read(
    days: String, _ filled: [String: String]
  ) -> Result<PutHolidays.Holidays, Faults> {
    var faults: [FormFault] = []
    let kind = HolidayForm.kinds.first { $0.indonesian == filled[HolidayForm.kind] }
    if kind == nil { faults.append(.missing(HolidayForm.kind, "Jenis hari di luar SKB")) }
    let decree = filled[HolidayForm.decree]
    if decree == nil { faults.append(.missing(HolidayForm.decree, "Dasar hari di luar SKB")) }
    var read: [HolidayDay] = []
    for line in days.split(separator: "\n").map({ String($0).trimmingBlanks }) where !line.isEmpty {
      let parts = line.split(separator: " ", maxSplits: 1).map { String($0).trimmingBlanks }
      guard parts.count == 2, let date = try? CivilDate(parts[0]) else {
        faults.append(
          FormFault(
            HolidayForm.days,
            "'\(line)' bukan tanggal dan nama; tulis misalnya 2027-03-02 Haul Akbar."))
        continue
      }
      read.append(
        HolidayDay(date: date, name: parts[1], kind: kind ?? .local, decree: decree ?? ""))
    }
    return faults.isEmpty ? .success(.days(read)) : .failure(Faults(list: faults))
  }
}
