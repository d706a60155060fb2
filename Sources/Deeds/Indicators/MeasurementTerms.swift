public import CivilCalendar
internal import ComplianceModel
public import SystemPackage
internal import Workspace

/// What is said of any measurement that is recorded, whatever its value.
public struct MeasurementTerms: Sendable {
  /// What is measured.
  public var period: Period
  /// The code or name of the kecamatan; `nil` for the only one.
  public var unit: String?
  /// The day of the measurement; today where it is `nil`.
  public var date: CivilDate?
  /// A file that proves it.
  public var evidence: FilePath?
  /// A note.
  public var note: String?
  /// Who records it.
  public var recorder: String

  /// Creates the terms.
  public init(
    period: Period, unit: String? = nil, date: CivilDate? = nil, evidence: FilePath? = nil,
    note: String? = nil, recorder: String
  ) {
    self.period = period
    self.unit = unit
    self.date = date
    self.evidence = evidence
    self.note = note
    self.recorder = recorder
  }
}

extension MeasurementTerms {
  /// The files that prove the measurement.
  var files: [FilePath] { evidence.map { [$0] } ?? [] }

  /// The kecamatan that is meant.
  ///
  /// - Throws: `UnitRefusal`.
  func kecamatan(in workspace: Workspace) throws(UnitRefusal) -> Kecamatan {
    let offices = try workspace.offices(of: unit, having: "indikator")
    return try offices.count == 1 ? offices[0] : workspace.onlyKecamatan()
  }
}
