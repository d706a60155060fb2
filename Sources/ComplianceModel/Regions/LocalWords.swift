/// What a desa, a kecamatan and those who lead them are called in a region.
///
/// Undang-Undang Nomor 6 Tahun 2014, Pasal 6, lets a desa be called as is usual there; the words are
/// data (`Calendars/kantor/sebutan`, and `sebutan` in an office's file).
public struct LocalWords: Hashable, Sendable {
  /// One of the things that have a word.
  public enum Key: String, CaseIterable, Sendable {
    case village = "desa"
    case villageHead = "kepala_desa"
    case kecamatan = "kecamatan"
    case kecamatanHead = "camat"
    case regencyHead = "kepala_daerah"

    /// Where its word stands among the known ones.
    fileprivate var place: Int {
      switch self {
      case .village: 0
      case .villageHead: 1
      case .kecamatan: 2
      case .kecamatanHead: 3
      case .regencyHead: 4
      }
    }

    /// The word of the law.
    fileprivate var national: String {
      switch self {
      case .village: "Desa"
      case .villageHead: "Kepala Desa"
      case .kecamatan: "Kecamatan"
      case .kecamatanHead: "Camat"
      case .regencyHead: "Bupati"
      }
    }
  }

  /// The words that are known of some of the things.
  ///
  /// A place for each, as there are five: a dictionary costs a lookup of its key's type in the whole program before
  /// its first entry.
  public struct Known: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    private var words: [String?]

    /// No word.
    public init() { words = [String?](repeating: nil, count: Key.allCases.count) }

    /// Words; of two for one thing the last.
    public init(dictionaryLiteral elements: (Key, String)...) {
      self.init()
      for (key, word) in elements { self[key] = word }
    }

    /// The word for a thing; `nil` where none is known.
    public subscript(key: Key) -> String? {
      get { words[key.place] }
      set { words[key.place] = newValue }
    }

    /// Whether none is known.
    public var isEmpty: Bool { words.allSatisfy { $0 == nil } }

    /// Takes over the words that others have.
    fileprivate mutating func merge(_ others: Known) {
      for key in Key.allCases { self[key] = others[key] ?? self[key] }
    }
  }

  private let words: Known

  /// The words of the law, which hold where nothing else is known.
  public static let national = LocalWords(words: [:])

  private init(words: Known) { self.words = words }

  /// The words of a region.
  ///
  /// - Parameters:
  ///   - region: A kecamatan.
  ///   - entries: What is known of provinces, kabupaten and kecamatan; the longest code wins, word by
  ///     word.
  ///   - own: What the office says itself, before all others.
  public init(of region: RegionCode, _ entries: [Entry], own: Known = [:]) {
    var words: Known = region.isOfCity ? [.regencyHead: "Wali Kota"] : [:]
    let around = entries.filter { $0.region.contains(region) }
    for entry in around.sorted(by: { $0.region.level < $1.region.level }) {
      words.merge(entry.words)
    }
    words.merge(own)
    for key in Key.allCases where words[key] == key.national { words[key] = nil }
    self.init(words: words)
  }

  /// What is known of one region.
  public struct Entry: Hashable, Sendable {
    /// The province, the kabupaten or the kecamatan.
    public let region: RegionCode
    /// Its words; those that are missing are the larger region's.
    public let words: Known

    /// Creates an entry.
    public init(region: RegionCode, words: Known) {
      self.region = region
      self.words = words
    }
  }

  /// A word, with capitals: `Nagari`, `Wali Nagari`, `Distrik`.
  public subscript(key: Key) -> String { words[key] ?? key.national }

  /// A unit with its kind in front, which a name that begins with it has already: `Nagari Tarungin`.
  public func named(_ key: Key, _ name: String) -> String {
    let word = self[key]
    return name.lowercased().hasPrefix(word.lowercased() + " ") ? name : "\(word) \(name)"
  }

  /// The head of a desa with its name: `Wali Nagari Tarungin`.
  public func villageHead(of name: String) -> String {
    let head = self[.villageHead]
    let word = self[.village].lowercased() + " "
    let repeats =
      name.lowercased().hasPrefix(word) && head.lowercased().hasSuffix(" " + word.dropLast())
    return "\(head) \(repeats ? String(name.dropFirst(word.count)) : name)"
  }

  /// A text that a calendar writes for the whole country, with the words of the region:
  /// `Bupati melalui Camat` becomes `Wali Kota melalui Camat`.
  public func localized(_ text: String) -> String {
    var text = text
    // Longer ones first: `Kepala Desa` holds no other.
    for key in [Key.villageHead, .kecamatanHead, .regencyHead] {
      guard let word = words[key] else { continue }
      text = text.replacingWord(key.national, with: word)
    }
    return text
  }
}

extension RegionCode {
  /// Whether the region is a kota or lies in one: the second part of its code is 71 or more.
  ///
  /// Source: Peraturan Menteri Dalam Negeri Nomor 58 Tahun 2021, lampiran, on the codes of kota.
  public var isOfCity: Bool {
    level > .province && (70..<80).contains(regencyNumber)
  }
}

extension String {
  /// The text with a word replaced wherever it stands by itself, in the capitals in which it stands.
  fileprivate func replacingWord(_ word: String, with other: String) -> String {
    var result = ""
    var rest = self[...]
    for form in [word, word.lowercased()] where rest.contains(form) {
      let new = form == word ? other : other.lowercased()
      while let range = rest.firstRange(of: form) {
        let before = rest[..<range.lowerBound].last ?? result.last
        let after = rest[range.upperBound...].first
        let isAlone = !(before?.isLetter ?? false) && !(after?.isLetter ?? false)
        result += rest[..<range.lowerBound] + (isAlone ? new : form)
        rest = rest[range.upperBound...]
      }
      result += rest
      rest = result[...]
      result = ""
    }
    return String(rest)
  }
}
