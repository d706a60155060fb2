public import CivilCalendar

/// What an office has decided for itself: its zone, its working week, its people.
///
/// A class, though it never changes: whatever is asked about a kecamatan holds it, and two threads that copied
/// its twenty values for each of 7,285 kecamatan waited for each other's counts of references.
public final class Office: Sendable {
  /// The zone of its clocks.
  public let zone: IndonesianZone
  /// The names of the calendars that it uses, in the order of their layers.
  public let calendars: [String]
  /// The names of the registers of indicators (IKU) that it uses.
  public let registers: [String]
  /// Its working weeks.
  public let weeks: [WorkingWeek]
  /// What holds in some regions instead; of two the smaller decides, key by key.
  public let regional: [RegionCode: RegionalSettings]
  /// Its officers.
  public let officials: [Official]
  /// Since when duties are watched.
  public let watch: Watch
  /// Which submission decides on-time.
  public let deciding: DecidingSubmission
  /// Days before a due date from which a report is `segera`.
  public let leadDays: Int

  /// Whether a submission counts for the office only as handed in until it is accepted (`terima`).
  ///
  /// It changes what is shown beside the counts, never whether a report is in.
  public let isAcceptanceRequired: Bool

  /// Who records where the computer knows no person's name; `nil` where the office names nobody.
  public let recorder: String?

  /// What it calls a desa, a kecamatan and their heads, where the table of the regions says otherwise.
  public let words: LocalWords.Known

  /// What stands at the head of its letters.
  public let letterhead: Letterhead

  /// Whether a file in the drop folder can be a recommendation that the camat issued; else it is put
  /// aside, since what desa hand in under that name asks for one.
  public let takesRecommendations: Bool

  /// What the headings of its tables mean, where nobody would know: the heading as it is written.
  public let tableColumns: [String: TableColumn]

  /// The steps in which it prepares a report; `nil` where it has the usual ones.
  public let workSteps: WorkSteps?

  /// How it reminds its people.
  public let reminders: ReminderSettings

  /// Whether the workspace is for practice, and all in it made up: nothing of it goes to anybody, and whoever sees
  /// it is told.
  public let isPractice: Bool

  /// Where the file names what is looked over later: the first place of each.
  public let places: MentionPlaces

  /// Where an office's file mentions something, the first place of each.
  ///
  /// Looked through from the beginning, as only a fault asks: a dictionary costs a lookup of its key's type in the
  /// whole program before its first entry.
  public struct MentionPlaces: Sendable, ExpressibleByDictionaryLiteral {
    private var found: [(mention: Mention, place: SourcePlace)] = []

    /// No mention.
    public init() {}

    /// Mentions with their places.
    public init(dictionaryLiteral elements: (Mention, SourcePlace)...) {
      for (mention, place) in elements { note(mention, at: place) }
    }

    /// Notes a mention at a place.
    public mutating func note(_ mention: Mention, at place: SourcePlace) {
      found.append((mention, place))
    }

    /// The first place of a mention; `nil` where there is none.
    public subscript(mention: Mention) -> SourcePlace? {
      found.first { $0.mention == mention }?.place
    }

    /// Every mention at its first place, in the order of the file.
    public var inOrder: [(mention: Mention, place: SourcePlace)] {
      found.unique { $0.mention }.sorted {
        ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column)
      }
    }
  }

  /// Something in the office's file that another file, or another part of it, has to know, or that only
  /// those who use it can judge.
  public enum Mention: Hashable, Sendable {
    /// A calendar of reports.
    case calendar(String)
    /// A register of indicators.
    case register(String)
    /// A service that a webhook belongs to.
    case service(String)
    /// A report with stages of its own.
    case report(String)
    /// A role that reminders are sent to.
    case role(String)
    /// The channel of an address.
    case channel(String)
    /// A desa with addresses.
    case village(RegionCode)
    /// The kecamatan of an officer.
    case officialUnit(RegionCode)
    /// A unit with a first watched day of its own.
    case watchedUnit(RegionCode)
    /// A region with settings of its own.
    case region(RegionCode)
    /// A channel, where it is described.
    case description(channel: String)
    /// The address of somebody: an officer's name, or the code of a desa.
    case address(of: String, channel: String)
    /// The list of the registers of indicators, empty or not.
    case registers
    /// The file that tells of the last good run of the reminders.
    case heartbeatFile
    /// The file of the emblem.
    case logo(String)
  }

  /// The lead time of an office that sets none, in days.
  public static let defaultLeadDays = 14

  /// Creates the settings of an office.
  public init(
    zone: IndonesianZone, calendars: [String], registers: [String] = [], weeks: [WorkingWeek],
    regional: [RegionCode: RegionalSettings] = [:], officials: [Official],
    watch: Watch = .everything, deciding: DecidingSubmission, leadDays: Int,
    isAcceptanceRequired: Bool = false, recorder: String? = nil,
    takesRecommendations: Bool = false, words: LocalWords.Known = [:],
    letterhead: Letterhead = Letterhead(),
    tableColumns: [String: TableColumn] = [:], workSteps: WorkSteps? = nil,
    reminders: ReminderSettings = ReminderSettings(), isPractice: Bool = false,
    places: MentionPlaces = MentionPlaces()
  ) {
    self.zone = zone
    self.calendars = calendars
    self.registers = registers
    self.weeks = weeks
    self.regional = regional
    self.officials = officials
    self.watch = watch
    self.deciding = deciding
    self.leadDays = leadDays
    self.isAcceptanceRequired = isAcceptanceRequired
    self.recorder = recorder
    self.words = words
    self.letterhead = letterhead
    self.takesRecommendations = takesRecommendations
    self.tableColumns = tableColumns
    self.workSteps = workSteps
    self.reminders = reminders
    self.isPractice = isPractice
    self.places = places
  }

  /// Who holds a role in a kecamatan on a day: of those whose entries hold there and who began by then,
  /// the last.
  ///
  /// Of two who began on one day, the one whose entry names the kecamatan.
  public func official(
    _ role: String, in kecamatan: RegionCode, on date: CivilDate
  ) -> Official? {
    officials.filter { $0.role == role && $0.since <= date && $0.serves(kecamatan) }
      .max { ($0.since, $0.unit == nil ? 0 : 1) < ($1.since, $1.unit == nil ? 0 : 1) }
  }
}

extension Office {
  /// The roles that the officer of a role holds in a kecamatan on a day: their own first, then those
  /// that they stand in for.
  ///
  /// The same name, but for `Plt.` and the like, is taken for the same person.
  ///
  /// - Returns: One entry a role; none where nobody holds the role.
  public func holdings(
    ofHolderOf role: String, in kecamatan: RegionCode, on date: CivilDate
  ) -> [Official] {
    guard let holder = official(role, in: kecamatan, on: date) else { return [] }
    let name = holder.ownName.lowercased()
    return Set(officials.map(\.role)).compactMap { official($0, in: kecamatan, on: date) }
      .filter { $0.ownName.lowercased() == name }
      .sorted { ($0.standIn == nil ? 0 : 1, $0.role) < ($1.standIn == nil ? 0 : 1, $1.role) }
  }
}

/// Somebody who holds a role from a day on.
public struct Official: Hashable, Sendable {
  /// The role (jabatan).
  public let role: String
  /// The kecamatan in which the role is held; `nil` for all that are watched.
  public let unit: RegionCode?
  /// The name, with `Plt.` in front where the officer stands in.
  public let name: String
  /// The civil service number; `nil` where none is given.
  public let employeeNumber: String?
  /// The first day in the role.
  public let since: CivilDate
  /// Addresses for reminders, by channel.
  public let contacts: [String: String]

  /// Creates an officer.
  public init(
    role: String, unit: RegionCode? = nil, name: String, employeeNumber: String?,
    since: CivilDate, contacts: [String: String]
  ) {
    self.role = role
    self.unit = unit
    self.name = name
    self.employeeNumber = employeeNumber
    self.since = since
    self.contacts = contacts
  }
}

extension Official {
  /// Whether the entry holds in a kecamatan.
  public func serves(_ kecamatan: RegionCode) -> Bool { unit.map { $0 == kecamatan } ?? true }

  /// What stands before the name of one who only stands in for the role: `Plt.`, `Plh.`, `Pj.` or
  /// `Pjs.`, as it is written; `nil` for one who holds it.
  ///
  /// Source: Undang-Undang Nomor 30 Tahun 2014, Pasal 14, on Plh. and Plt.
  public var standIn: String? { split.standIn }

  /// The name without ``standIn``.
  public var ownName: String { split.name }

  private var split: (standIn: String?, name: String) {
    let words = name.split(separator: " ", maxSplits: 1)
    guard words.count == 2,
      ["plt", "plh", "pj", "pjs"].contains(words[0].lowercased().filter { $0 != "." })
    else { return (nil, name) }
    return (String(words[0]), String(words[1]))
  }
}
