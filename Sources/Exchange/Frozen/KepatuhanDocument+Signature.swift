internal import CivilCalendar
internal import ComplianceModel
internal import Wording

extension KepatuhanDocument.Endorsement {
  /// `ditandatangani 2 April 2026 oleh Plt. Nama (Camat)`; `nil` where nobody is known to have signed.
  public var signature: String? {
    guard let date, let name else { return nil }
    return "ditandatangani \(date.indonesian) oleh \(name) (\(Words.role(role)))"
  }
}
