public import ComplianceModel

/// Reads the layers of one register of indicators: the shipped file, and the office's own on top.
///
/// Every fault of every file is collected; a register comes out only where there is none.
public struct RegisterBuilder {
  private static let keys = [
    "register", "judul", "wilayah", "sumber", "rujukan", "berlaku", "menggantikan", "diperiksa",
    "catatan", "kartu", "indikator",
  ]

  private let name: String
  private let scales: [PredicateScale]
  private var calendar: ReportCalendar
  private var title: String?
  private var region: RegionCode?
  private var source: LegalSource?
  private var validity = Validity.always
  /// The register whose place it takes, by name, and where that is said; `nil` where it stands beside
  /// others.
  public private(set) var replaced: (name: String, place: SourcePlace)?
  private var note: String?
  private var cards: [IndicatorRegister.Card] = []
  private var drafts: [IndicatorDraft] = []
  private var isFirstLayer = true
  private var findings: [Finding] = []

  /// Starts a register.
  ///
  /// - Parameters:
  ///   - name: Its name, that of its file.
  ///   - calendar: The reports that formulas may name.
  ///   - scales: The scales that indicators may name.
  public init(_ name: String, calendar: ReportCalendar, scales: [PredicateScale]) {
    self.name = name
    self.calendar = calendar
    self.scales = scales
  }

  /// The region whose office signed a register; `nil` where the text is no register.
  public static func region(of text: YAMLText) -> RegionCode? {
    var reader = YAMLReader(file: text.file)
    guard let root = reader.root(of: text), let fields = reader.fields(root, keys: keys) else {
      return nil
    }
    return reader.region(fields["wilayah"])
  }

  /// Reads one file on top of those read before: an entry changes the indicator with its code.
  public mutating func add(_ text: YAMLText) {
    var reader = YAMLReader(file: text.file)
    defer {
      findings += reader.findings
      isFirstLayer = false
    }
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, keys: RegisterBuilder.keys)
    else { return }
    readHead(fields, &reader)
    var seen: Set<String> = []
    for item in reader.items(fields["indikator"]) {
      guard let entry = reader.fields(item, keys: IndicatorDraft.keys),
        let node = reader.required("kode", in: entry), let label = reader.text(node)
      else { continue }
      guard seen.insert(label.lowercased()).inserted else {
        reader.report(.repeatedIndicator(label), at: node)
        continue
      }
      readIndicator(label, entry, at: node, &reader)
    }
  }

  private mutating func readHead(_ fields: YAMLFields, _ reader: inout YAMLReader) {
    if let node = reader.required("register", in: fields), let stated = reader.text(node),
      stated != name
    {
      reader.report(.wrongName(stated, fileName: name), at: node)
    }
    _ = reader.date(reader.required("diperiksa", in: fields))
    if isFirstLayer {
      for key in ["judul", "wilayah", "kartu", "indikator"] {
        _ = reader.required(key, in: fields)
      }
    }
    title = reader.text(fields["judul"]) ?? title
    region = reader.region(fields["wilayah"]) ?? region
    if isFirstLayer || fields["sumber"] != nil { source = reader.source(fields) ?? source }
    if fields["berlaku"] != nil { validity = reader.validity(fields["berlaku"]) }
    if let node = fields["menggantikan"], let name = reader.text(node) {
      replaced = (name, reader.place(of: node))
    }
    note = reader.text(fields["catatan"]) ?? note
    for item in reader.items(fields["kartu"]) {
      guard let entry = reader.fields(item, keys: ["jabatan", "nama"]) else { continue }
      let role = reader.text(reader.required("jabatan", in: entry))
      let title = reader.text(reader.required("nama", in: entry))
      guard let role, let title else { continue }
      let card = IndicatorRegister.Card(role: calendar.codes.intern(role), title: title)
      if let index = cards.firstIndex(where: { $0.role == card.role }) {
        cards[index] = card
      } else {
        cards.append(card)
      }
    }
  }

  private mutating func readIndicator(
    _ label: String, _ entry: YAMLFields, at node: Node, _ reader: inout YAMLReader
  ) {
    let known = drafts.firstIndex { $0.label.lowercased() == label.lowercased() }
    guard let index = known else {
      guard isFirstLayer || entry["nama"] != nil || entry["jenis"] != nil else {
        let nearest = nearestMatch(to: label, among: drafts.map(\.label))
        reader.report(.unknownIndicator(label, nearest: nearest), at: node)
        return
      }
      guard RegisterBuilder.isCode(label) else {
        reader.report(.notAnIndicatorCode(label), at: node)
        return
      }
      var draft = IndicatorDraft(label: label, place: reader.place(of: node))
      draft.apply(entry, calendar: &calendar, scales, &reader)
      drafts.append(draft)
      return
    }
    drafts[index].overlay(entry, &calendar, scales, &reader)
  }

  /// Whether a code can stand in the ledger, in exports and on a command line as it is.
  private static func isCode(_ label: String) -> Bool {
    let bytes = label.utf8
    func isLetterOrDigit(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: false
      }
    }
    guard let first = bytes.first, let last = bytes.last, isLetterOrDigit(first),
      isLetterOrDigit(last)
    else { return false }
    return bytes.allSatisfy { isLetterOrDigit($0) || "._-".utf8.contains($0) }
  }

  /// The merged register, the codes that it adds, and every fault found.
  ///
  /// - Returns: The register is `nil` where there is a fault.
  public consuming func finish() -> (
    register: IndicatorRegister?, codes: CodeTable, findings: [Finding]
  ) {
    var codes = calendar.codes
    var indicators: [Indicator] = []
    for draft in drafts {
      checkCard(of: draft)
      var same: Code?
      if let name = draft.sameAs { same = self.same(name, as: draft, &codes) }
      if let indicator = draft.indicator(&codes, same: same) { indicators.append(indicator) }
    }
    guard findings.isEmpty, let title, let region, let source else {
      return (nil, calendar.codes, findings.bounded)
    }
    let register = IndicatorRegister(
      name: name, title: title, region: region, source: source, validity: validity,
      replaces: replaced?.name, note: note, cards: cards, indicators: indicators)
    return (register, codes, [])
  }

  private mutating func checkCard(of draft: IndicatorDraft) {
    guard let card = draft.card, !cards.contains(where: { $0.role == card.value }) else { return }
    let word = calendar.codes[card.value]
    let nearest = nearestMatch(to: word, among: cards.map { calendar.codes[$0.role] })
    report(.unknownCard(word, nearest: nearest), at: card.place)
  }

  /// The indicator whose number a draft shows; faults where there is none, or it shows another's too.
  private mutating func same(
    _ name: IndicatorDraft.Placed<String>, as draft: IndicatorDraft, _ codes: inout CodeTable
  ) -> Code? {
    guard let other = drafts.first(where: { $0.label.lowercased() == name.value.lowercased() })
    else {
      let nearest = nearestMatch(to: name.value, among: drafts.map(\.label))
      report(.unknownIndicator(name.value, nearest: nearest), at: name.place)
      return nil
    }
    guard other.sameAs == nil, other.kind == draft.kind else {
      report(.sameAsOther(name.value), at: name.place)
      return nil
    }
    return codes.intern(other.label)
  }

  private mutating func report(_ sentence: CalendarSentence, at place: SourcePlace) {
    findings.append(Finding(sentence, at: place))
  }
}
