public import Compliance
public import ComplianceModel

/// How the regions of one level stand beside each other, with those that cannot be counted and those from
/// which nothing came: the answer behind the page Rekap.
public struct RegionStandings: Sendable {
  /// One region.
  public struct Row: Sendable {
    /// The region.
    public let region: RegionCode
    /// Its name; `nil` where none is known.
    public let name: String?
    /// Its place, from 1; `nil` where nothing is decided by now, and shared by equal rates.
    public let rank: Int?
    /// The counts; `nil` where the ledgers of all its kecamatan are damaged.
    public let tally: Tally?
    /// Its kecamatan.
    public fileprivate(set) var kecamatan = 0
    /// The kecamatan that owe something and have submitted nothing.
    public fileprivate(set) var silent = 0
    /// The kecamatan whose ledgers are damaged.
    public fileprivate(set) var damaged = 0
  }

  /// How large the regions are.
  public let level: Recap.Level
  /// The regions, in the order that is asked for; those without counts at the end.
  public let rows: [Row]
  /// The kecamatan that owe something and have submitted nothing, by code.
  public let silent: [Kecamatan]
  /// What is wrong with the ledgers that are in no count, by kecamatan.
  public let damaged: [DamagedLedger]

  /// Groups counts.
  ///
  /// - Parameters:
  ///   - answer: The counts, without the damaged ledgers.
  ///   - level: How large the regions are: a kecamatan, or what kecamatan lie in.
  ///   - order: In which order they stand.
  public init(_ answer: ComplianceRates, by level: Recap.Level, in order: Recap.Order) {
    self.level = level
    damaged = answer.damaged
    let silentCodes = Set(
      answer.recap.rows(of: .kecamatan).filter {
        $0.tally.required > 0 && $0.tally.submitted == 0
      }.compactMap(\.region))
    let damagedCodes = Set(answer.damaged.map(\.kecamatan.code))
    let offices = answer.question.units.kecamatan
    silent = offices.filter { silentCodes.contains($0.code) }

    var rows = answer.recap.rankedRows(of: level, in: order).compactMap { ranked in
      ranked.row.region.map {
        Row(region: $0, name: ranked.row.name, rank: ranked.rank, tally: ranked.row.tally)
      }
    }
    var places = Dictionary(
      rows.enumerated().map { ($1.region, $0) }, uniquingKeysWith: { first, _ in first })
    for office in offices {
      let region = level.region(around: office.code)
      let place = places[region] ?? rows.count
      if place == rows.count {
        let unit = [office.province, office.regency, office.unit].compactMap(\.self).first {
          $0.code == region
        }
        rows.append(Row(region: region, name: unit?.name, rank: nil, tally: nil))
        places[region] = place
      }
      rows[place].kecamatan += 1
      if silentCodes.contains(office.code) { rows[place].silent += 1 }
      if damagedCodes.contains(office.code) { rows[place].damaged += 1 }
    }
    self.rows = rows
  }

  /// The level on which kecamatan are best compared: the largest on which they are in several regions.
  public static func level(of kecamatan: [Kecamatan]) -> Recap.Level {
    [Recap.Level.province, .regency].first { level in
      Set(kecamatan.map { level.region(around: $0.code) }).count > 1
    } ?? .kecamatan
  }

  /// The columns of the table.
  ///
  /// - Parameter isOfQuarter: Whether the counts are of one quarter.
  /// - Returns: The columns: what a region is, and its counts with both readings.
  public static func columns(ofQuarter isOfQuarter: Bool) -> [Column<Row>] {
    [
      Column(key: "peringkat", heading: "Peringkat") { Cell($0.rank) },
      Column(key: "kode", heading: "Kode") { .text($0.region.description) },
      Column(key: "nama", heading: "Nama") { Cell($0.name ?? $0.region.description) },
      Column(key: "kecamatan", heading: "Kecamatan") { .count($0.kecamatan) },
      Column(key: "belum_mengirim", heading: "Belum mengirim") { .count($0.silent) },
      Column(key: "rusak", heading: "Buku rusak") { .count($0.damaged) },
      Column(key: "wajib", heading: "Wajib") { Cell($0.tally?.required) },
      Column(key: "disampaikan", heading: "Disampaikan") { Cell($0.tally?.submitted) },
      Column(key: "lewat", heading: "Lewat") { Cell($0.tally?.overdue) },
      Column(key: "berjalan", heading: "Berjalan") { .share($0.tally?.currentRate) },
      Column(key: "keseluruhan", heading: isOfQuarter ? "Setriwulan" : "Setahun") {
        .share($0.tally?.onTimeRate)
      },
    ]
  }
}

extension Recap.Level {
  /// The region of this size in which a kecamatan lies; the kecamatan itself for smaller ones.
  fileprivate func region(around kecamatan: RegionCode) -> RegionCode {
    switch self {
    case .village, .kecamatan: kecamatan
    case .regency: kecamatan.regency
    case .province, .country: kecamatan.province
    }
  }
}
