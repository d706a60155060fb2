internal import CivilCalendar
internal import ComplianceModel
internal import Foundation
internal import HummingbirdCore

/// What a page is asked, from its address; what is not understood is refused, never passed over.
struct PageQuery: Sendable {
  private var values: [String: String] = [:]

  /// The keys that every page knows.
  static let shared: Set = ["per"]
  /// The keys that name a time, of which a form offers several.
  private static let times = ["triwulan", "tahun", "bulan", "dalam"]
  /// The key under which a form says which time it showed: `triwulan=2026-TW1`.
  static let shownTime = "semula"

  /// Reads an address.
  ///
  /// - Parameters:
  ///   - uri: The address.
  ///   - known: The keys that the page knows beside those that all know.
  /// - Throws: ``QueryFault`` for a key that is not known or stands twice. An empty value, as an empty field
  ///   of a form sends it, is none.
  init(_ uri: URI, known: Set<String>) throws(QueryFault) {
    for (key, value) in try PageQuery.pairs(uri.query ?? "") {
      guard
        known.contains(key) || PageQuery.shared.contains(key)
          || key == PageQuery.shownTime && !known.isDisjoint(with: PageQuery.times)
      else {
        throw QueryFault(what: "'\(key)' tidak dikenal di halaman ini")
      }
      guard values[key] == nil else { throw QueryFault(what: "'\(key)' disebut dua kali") }
      if !value.isEmpty { values[key] = value }
    }
    yieldShownTime()
  }

  /// Takes the time that the form showed away where another one was chosen beside it.
  private mutating func yieldShownTime() {
    guard let shown = values.removeValue(forKey: PageQuery.shownTime) else { return }
    let parts = shown.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, values[parts[0]] == parts[1], PageQuery.times.contains(parts[0]),
      PageQuery.times.contains(where: { $0 != parts[0] && values[$0] != nil })
    else { return }
    values[parts[0]] = nil
  }

  /// The time that is asked for, as a form says what it showed; `nil` where none is named.
  var time: String? {
    PageQuery.times.lazy.compactMap { key in values[key].map { "\(key)=\($0)" } }.first
  }

  /// The keys and values of an address, or of the body of a form, in their order
  /// (`application/x-www-form-urlencoded`).
  ///
  /// - Throws: ``QueryFault`` for one that cannot be read.
  static func pairs(_ text: String) throws(QueryFault) -> [(key: String, value: String)] {
    var pairs: [(key: String, value: String)] = []
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      pairs.append((try decoded(parts[0]), try decoded(parts.count > 1 ? parts[1] : "")))
    }
    return pairs
  }

  /// A part of an address as a form wrote it (`application/x-www-form-urlencoded`).
  private static func decoded(_ text: Substring) throws(QueryFault) -> String {
    guard let decoded = text.replacing("+", with: " ").removingPercentEncoding else {
      throw QueryFault(what: "'\(text)' tidak dapat dibaca")
    }
    return decoded
  }

  /// The value of a key; `nil` where none is given.
  subscript(key: String) -> String? { values[key] }

  /// The value of a key, read.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - form: What it must be, as the refusal says it.
  ///   - read: Reads it.
  /// - Returns: The value; `nil` where none is given.
  /// - Throws: ``QueryFault`` where it cannot be read.
  func value<Value>(
    _ key: String, as form: String, _ read: (String) throws -> Value?
  ) throws(QueryFault) -> Value? {
    guard let text = values[key] else { return nil }
    return try QueryFault.read(text, as: form, read)
  }

  /// A duty year.
  func year() throws(QueryFault) -> Int? {
    try value("tahun", as: "tahun, misalnya 2026") { text in
      guard text.utf8.count == 4, let year = Int(text), (1900...2200).contains(year) else {
        return nil
      }
      return year
    }
  }

  /// A duty quarter.
  func quarter() throws(QueryFault) -> Quarter? {
    try value("triwulan", as: Quarter.form) { Quarter(written: $0) }
  }

  /// Whose obligations are meant; `nil` for all.
  func level() throws(QueryFault) -> Report.Level? {
    try value("tingkat", as: "tingkat: kecamatan, desa, atau rekomendasi") {
      Report.Level(rawValue: $0)
    }
  }

  /// A month.
  func month() throws(QueryFault) -> YearMonth? {
    try value("bulan", as: "bulan, misalnya 2026-03") { text in
      guard let period = Period(written: text), period.length == .month,
        (1900...2200).contains(period.year)
      else { return nil }
      return period.firstDay.yearMonth
    }
  }

  /// A key with its value as an address has them (`untuk=camat`); `nil` where it has none.
  func written(_ key: String) -> String? {
    values[key].map { "\(key)=\(PageQuery.encoded($0))" }
  }

  /// A value as an address has it.
  static func encoded(_ value: String) -> String {
    value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  /// A yes or no.
  func flag(_ key: String) throws(QueryFault) -> Bool {
    try value(key, as: "ya") { $0 == "ya" ? true : nil } ?? false
  }
}

extension Quarter {
  /// What a quarter must be, as a refusal says it.
  static let form = "triwulan, misalnya 2026-TW1"

  /// A quarter as a person or a form writes it; `nil` for what is none.
  init?(written text: String) {
    guard let period = Period(written: text), period.length == .quarter else { return nil }
    self.init(year: period.year, number: period.ordinal)
  }
}

/// A part of an address, or a field of a form, that is not understood.
struct QueryFault: Error, Hashable {
  /// What is wrong with it, for people.
  let what: String

  /// Reads what was written.
  ///
  /// - Parameters:
  ///   - text: What was written.
  ///   - form: What it must be, as the refusal says it.
  ///   - read: Reads it.
  /// - Returns: The value.
  /// - Throws: ``QueryFault`` where it cannot be read.
  static func read<Value>(
    _ text: String, as form: String, _ read: (String) throws -> Value?
  ) throws(QueryFault) -> Value {
    guard let value = try? read(text) else {
      throw QueryFault(what: "'\(text)' bukan \(form)")
    }
    return value
  }
}
