public import ComplianceModel
internal import DurableFiles

/// The answers to a survey of public satisfaction (IKM): a table (CSV), one line a respondent.
///
/// The header names the elements (`U1`, `Unsur 1`, `1`, or a name that the scale has), the service
/// (`layanan`), and what is asked about the respondent, which is left aside. Without a header the
/// columns are `U1`, `U2` and so on. An answer is 1 through 4, or blank.
public enum SurveyFile {
  /// How many faults, and how many remarks, are told one by one.
  public static let mostFindings = 1000

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: The table: UTF-8, with or without a byte order mark; comma, semicolon or tab between
  ///     the fields.
  ///   - file: The file as it is named to the user.
  ///   - scale: The scale that names the elements; `nil` for none.
  ///   - readsLetters: Whether the letters a through d of the printed questionnaire are answers.
  /// - Returns: The answers, `nil` where there is a fault, and every fault and remark found. Past
  ///   ``mostFindings`` they are only counted, the faults in `faults`.
  public static func read(
    _ bytes: [UInt8], file: String, scale: PredicateScale?, readsLetters: Bool = false
  ) -> (tally: SurveyTally?, findings: [Finding], faults: Int) {
    read(bytes, file: file, scale: scale, readsLetters: readsLetters, telling: mostFindings)
  }

  /// Reads a table, and tells no more than so many faults and remarks one by one.
  static func read(
    _ bytes: [UInt8], file: String, scale: PredicateScale?, readsLetters: Bool = false,
    telling mostFindings: Int
  ) -> (tally: SurveyTally?, findings: [Finding], faults: Int) {
    let mark = CSVReader.byteOrderMark
    var reader = SurveyReader(
      bytes.starts(with: mark) ? Array(bytes.dropFirst(mark.count)) : bytes, file: file,
      scale: scale, readsLetters: readsLetters, telling: mostFindings)
    let tally = reader.read()
    return (reader.faults > 0 ? nil : tally, reader.findings, reader.faults)
  }
}
