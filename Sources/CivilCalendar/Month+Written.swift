extension Month {
  /// Reads the name of a month as people write it, without regard to case; `nil` for any other word.
  ///
  /// Besides the names in use these are read: their short forms, the spellings before 1972 (`Djuni`,
  /// `Nopember`, `Pebruari`) that offices still write, and the English names, since a spreadsheet set
  /// to English turns `5/3/2026` into `5-Mar-26` and `5/8/2026` into `5-Aug-26`.
  public init?(written name: some StringProtocol) {
    guard let month = Month.writtenNames[name.lowercased()] else { return nil }
    self = month
  }

  private static let writtenNames: [String: Month] = {
    let others: [(month: Month, names: [String])] = [
      (.january, ["djanuari", "january"]),
      (.february, ["pebruari", "peb", "febuari", "pebuari", "february"]),
      (.march, ["mrt", "march"]),
      (.april, ["apr", "apl"]),
      (.may, ["may"]),
      (.june, ["djuni", "june"]),
      (.july, ["djuli", "july"]),
      (.august, ["agu", "agus", "agust", "agst", "ags", "agts", "aug", "august"]),
      (.september, ["sept"]),
      (.october, ["oct", "october"]),
      (.november, ["nopember", "nop"]),
      (.december, ["dec", "december"]),
    ]
    var names: [String: Month] = [:]
    for month in allCases {
      let own = [month.indonesian, month.indonesianShort].map { $0.lowercased() }
      for name in own { names[name] = month }
    }
    for (month, other) in others {
      for name in other { names[name] = month }
    }
    return names
  }()
}

extension Weekday {
  /// Reads the name of a day of the week in lower case and without apostrophe: `jumat`, `ahad`.
  init?(written name: String) {
    if name == "ahad" {
      self = .sunday
      return
    }
    guard let day = Weekday.allCases.first(where: { $0.indonesian.lowercased() == name }) else {
      return nil
    }
    self = day
  }
}
