internal import Answers
internal import CivilCalendar
internal import ComplianceModel

/// What the recap is asked, by its page or its file.
struct RecapRequest {
  /// The keys that an address may have, beside those of all.
  static let keys: Set = ["tahun", "triwulan", "tingkat", "unit", "menurut", "urut"]

  /// The duty quarter; `nil` for the year.
  let quarter: Quarter?
  /// The duty year, where one was asked for.
  let askedYear: Int?
  /// Whose obligations are counted; `nil` for all.
  let level: Report.Level?
  /// The region whose kecamatan are meant; `nil` for all.
  let region: RegionCode?
  /// By which regions; `nil` where it is left to the page or the file.
  let grouping: Recap.Grouping?
  /// In which order.
  let order: Recap.Order
  /// The duty year.
  let year: Int

  /// Reads an address.
  ///
  /// - Throws: ``QueryFault`` for what cannot be read.
  init(_ visit: Visit) throws(QueryFault) {
    let query = visit.query
    (quarter, askedYear) = (try query.quarter(), try query.year())
    if let quarter, let askedYear, quarter.year != askedYear {
      throw QueryFault(what: "triwulan dan tahun tidak sejalan")
    }
    year = quarter?.year ?? askedYear ?? visit.day.year
    level = try query.level()
    region = try visit.unit()
    grouping = try query.value("menurut", as: RecapRequest.form(Recap.Grouping.self)) {
      Recap.Grouping(rawValue: $0)
    }
    order =
      try query.value("urut", as: RecapRequest.form(Recap.Order.self)) {
        Recap.Order(rawValue: $0)
      } ?? .rank
  }

  private static func form<Word: RawRepresentable<String> & CaseIterable>(
    _ words: Word.Type
  ) -> String { words.allCases.map(\.rawValue).joined(separator: ", ") }

  /// The counts, as they were made before or as they are made now.
  ///
  /// - Parameters:
  ///   - keepsVillages: Whether each desa is counted for itself.
  ///   - visit: The look at the page.
  /// - Returns: The counts, without those of damaged ledgers.
  /// - Throws: What answering throws.
  func answer(byVillage keepsVillages: Bool, _ visit: Visit) throws -> ComplianceRates {
    let key = KeptRecaps.Key(
      year: year, quarter: quarter, level: level, region: region, keepsVillages: keepsVillages,
      day: visit.day)
    return try visit.recaps.answer(key, on: visit.ground) {
      var question = ComplianceRates.Question(
        year: year, quarter: quarter, level: level, of: visit.units(region), asOf: visit.day)
      question.leavesOutDamaged = true
      question.keepsVillages = keepsVillages
      return try ComplianceRates(question, in: visit.workspace)
    }
  }

  /// The key of the time that is asked about, and its value.
  var time: (key: String, value: String) {
    quarter.map { ("triwulan", "\($0)") } ?? ("tahun", "\(year)")
  }

  /// The time in words: `TW I 2026`.
  var when: String { quarter.map(\.indonesianWithYear) ?? "\(year)" }
}
