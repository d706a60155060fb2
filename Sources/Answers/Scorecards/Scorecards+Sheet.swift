public import Compliance
public import ComplianceModel
internal import Workspace

extension Scorecards {
  /// The indicators of one register of one kecamatan that were asked for.
  public struct Sheet: Sendable {
    /// The kecamatan.
    public let kecamatan: Kecamatan
    /// Its reports and their codes, those of the register among them.
    public let calendar: ReportCalendar
    /// The register, counted.
    public let scorecard: Scorecard
    /// The indicators that were asked for, in the order of the register.
    public let entries: [Scorecard.Entry]

    /// All indicators of a scorecard.
    init(_ scorecard: Scorecard, _ desk: Desk) {
      self.init(desk.kecamatan, desk.calendar, scorecard, scorecard.entries)
    }

    private init(
      _ kecamatan: Kecamatan, _ calendar: ReportCalendar, _ scorecard: Scorecard,
      _ entries: [Scorecard.Entry]
    ) {
      self.kecamatan = kecamatan
      self.calendar = calendar
      self.scorecard = scorecard
      self.entries = entries
    }

    /// The roles of an indicator: on whose card it is, and who answers for it.
    public func roles(_ entry: Scorecard.Entry) -> [String] {
      [entry.indicator.card, entry.indicator.role].compactMap { role in
        role.map { calendar.codes[$0] }
      }
    }

    /// Only one indicator, and only those of a role.
    func keeping(indicator: String?, role: String?) -> Sheet {
      // By the words themselves: the codes of one office are not those of another.
      let kept = entries.filter { entry in
        (indicator.map { $0.lowercased() == entry.indicator.label.lowercased() } ?? true)
          && (role.map { role in
            roles(entry).contains { $0.lowercased() == role.lowercased() }
          } ?? true)
      }
      return Sheet(kecamatan, calendar, scorecard, kept)
    }

    /// The reports that count in every quarter while a document of theirs is in force, although none was
    /// submitted in it: their codes.
    public func reportsCountedInForce(_ entry: Scorecard.Entry) -> [String] {
      entry.count?.reportsCountedInForce(calendar).map { calendar.codes[$0.code] } ?? []
    }

    /// The cards on which something was asked for, in the order of printing.
    public var cards: [Card] {
      scorecard.register.cards.compactMap { card in
        let own = entries.filter { $0.indicator.card == card.role }
        return own.isEmpty ? nil : Card(title: card.title, entries: own)
      }
    }
  }

  /// The indicators on the card of one officer.
  public struct Card: Sendable {
    /// The title, as the office prints it.
    public let title: String
    /// The indicators.
    public let entries: [Scorecard.Entry]

    /// What people should know beside the values; what holds for several indicators is told once, with
    /// the codes of all of them.
    public var notes: [(labels: [String], note: IndicatorNote)] {
      let all = entries.flatMap { entry in
        entry.notesOfTable.map { (label: entry.indicator.label, note: $0) }
      }
      return all.groups { $0.note }.map { ($0.members.map(\.label), $0.key) }
    }
  }
}
