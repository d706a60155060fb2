internal import CivilCalendar
internal import Compliance
package import ComplianceModel
internal import Deeds

extension Objection {
  /// The words for a measured value that is not recorded.
  init(_ refused: Measure.Refused) {
    switch refused {
    case .noRegister(let known): self = .noRegister(known: known)
    case .notInForce(let register, let validity, let period):
      self.init(
        .request, "register \(register) tidak berlaku pada \(period.indonesian)",
        fix: "berlakunya \(RuleText.validity(validity))", field: .measuredPeriod)
    case .unknown(let word, let nearest):
      self.init(
        .request, "indikator '\(word)' tidak ada dalam register",
        fix: nearest.map(Objection.meant) ?? "lihat: \(do: .listIndicators(nil))")
    case .fromDocuments(let label):
      self.init(
        .request, "\(label) dihitung dari dokumen, tidak diukur",
        fix: "catat dokumennya; lihat: tenggat jelaskan iku \(label)")
    case .noValue(let indicator):
      self.init(
        .request, "nilai belum disebut",
        fix: "tambahkan \(do: .give(.value)) \(IndicatorWords.form(of: indicator))", field: .value)
    case .notBegun(let period):
      self.init(
        .request, "\(period.indonesian) belum dimulai", fix: "catat sesudah diukur",
        field: .measuredPeriod)
    case .future(let date):
      self.init(
        .request, "tanggal \(date.indonesian) belum tiba", fix: "catat pada atau sesudah hari itu",
        field: .date)
    case .beforePeriod(let date, let period):
      self.init(
        .request, "tanggal \(date.indonesian) sebelum \(period.indonesian) dimulai",
        fix: "perbaiki \(do: .give(.date)) atau \(do: .give(.measuredPeriod))", field: .date)
    case .noHolidays(let year):
      self.init(
        .request,
        "kartu skor \(year) tidak dapat dihitung: Calendars/libur/\(year).yaml tidak ada",
        fix: "perbaiki \(do: .give(.measuredPeriod))", field: .measuredPeriod)
    }
  }

  /// The words for an office that names no register of indicators.
  ///
  /// - Parameter known: Those that there are.
  /// - Returns: The words.
  package static func noRegister(known: [String]) -> Objection {
    Objection(
      .settings, at: SourcePlace(file: "kantor.yaml"),
      "belum ada register IKU untuk kecamatan ini",
      fix: """
        tulis 'iku: [NAMA]' (tersedia: \(known.joined(separator: ", "))), atau susun sendiri: \
        \(do: .sampleRegister)
        """)
  }

  /// The words for what is no value of an indicator.
  init(_ refusal: ValueRefusal) {
    let (written, indicator) = (refusal.written, refusal.indicator)
    let form = IndicatorWords.form(of: indicator)
    let (what, fix): (String, Remedy) =
      switch refusal.reason {
      case .ofNothing:
        (
          "nilai '\(written)' bukan nilai \(indicator.label): penyebutnya 0",
          "perbaiki penyebutnya; bila tidak ada yang dinilai, tulis 0/0"
        )
      case .otherKind:
        (
          "nilai '\(written)' bukan nilai \(indicator.label), yang berjenis \(indicator.kind.rawValue)",
          "tulis \(form), tanpa titik ribuan"
        )
      case .share:
        (
          "\(indicator.label) adalah jumlah tanpa penyebut, '\(written)' pecahan", "tulis \(form)"
        )
      case .decimals:
        ("nilai '\(written)' lebih dari dua desimal", "bulatkan ke dua desimal, setengah ke atas")
      case .outside(let range):
        (
          "nilai '\(written)' di luar "
            + [range.lowerBound, range.upperBound].map {
              IndicatorWords.decimal($0, separator: ",")
            }.joined(separator: "-"),
          Remedy(
            indicator.scale?.elements.isEmpty ?? true
              ? "perbaiki nilainya" : "tulis nilai konversi (kali 25), bukan rata-rata 1-4")
        )
      case .noComponents:
        (
          "\(indicator.label) tidak memiliki komponen", "tulis \(do: .give(.value)) \(form)"
        )
      case .componentCount(let count):
        (
          "\(count) nilai komponen, seharusnya \(indicator.components.count)",
          Remedy(
            "tulis berurutan, dipisah koma, desimal dengan titik: "
              + IndicatorWords.components(of: indicator))
        )
      case .component(let text, let component):
        (
          "nilai '\(text)' bukan nilai \(component.name)",
          "paling banyak \(component.maximumHundredths / 100), dengan paling banyak dua desimal"
        )
      }
    self.init(
      .request, Remedy(what), fix: fix,
      field: refusal.isOfComponents ? .components : .value)
  }

  /// The words for a survey that is not read or not recorded; at least one thing.
  static func all(_ refused: SurveyTable.Refused) -> [Objection] {
    switch refused {
    case .noScale(let name, let known):
      [
        Objection(
          .request, "skala '\(name)' tidak ada",
          fix: "yang ada: \(known.joined(separator: ", "))")
      ]
    case .faulty(let findings, let faults):
      findings.map { Objection(.data, $0) } + [
        Objection(
          .data, "\(faults) galat dalam tabel survei, IKM tidak dihitung",
          fix: "perbaiki lalu ulangi", field: .evidence)
      ]
    case .otherScale(let register, let survey):
      [
        Objection(
          .request, "register memakai skala \(register), bukan \(survey)",
          fix: """
            hapus \(do: .chooseScale), atau tulis 'skala: \(survey)' pada indikatornya di kalender/iku
            """)
      ]
    case .noIndicator(let period):
      [
        Objection(
          .request, "register pada \(period.indonesian) tidak memiliki indikator IKM",
          fix: "catat dengan '\(do: .measure)', atau tulis 'survei' pada indikatornya",
          field: .measuredPeriod)
      ]
    }
  }
}

extension ValueRefusal {
  fileprivate var isOfComponents: Bool {
    switch reason {
    case .componentCount, .component, .noComponents: true
    case .ofNothing, .otherKind, .share, .decimals, .outside: false
    }
  }
}

extension IndicatorWords {
  /// How a value of an indicator is written.
  package static func form(of indicator: Indicator) -> String {
    switch indicator.kind {
    case .percent: "pembilang/penyebut, misalnya 12/15"
    case .count:
      indicator.wording.denominator == nil
        ? "bilangan bulat, misalnya 12" : "bilangan bulat atau pembilang/penyebut, misalnya 12/15"
    case .index: "bilangan dengan dua desimal, misalnya 82.50"
    }
  }

  /// The parts of a score with the most that each may have: `Perencanaan (0-30), Pengukuran (0-30)`.
  package static func components(of indicator: Indicator) -> String {
    indicator.components.map { "\($0.name) (0-\($0.maximumHundredths / 100))" }
      .joined(separator: ", ")
  }
}
