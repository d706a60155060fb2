public import CivilCalendar
public import ComplianceModel
internal import PlainText

/// An address from which somebody's calendar program takes the due dates.
///
/// Of the address only its hash is kept: nobody finds the address in the file.
public struct Subscription: Hashable, Sendable {
  /// Its number in the file.
  public let number: Int
  /// What it is called, for who revokes it: `HP Kasi Pemerintahan`.
  public let name: String
  /// The jabatan whose due dates it shows; `nil` for all.
  public let jabatan: String?
  /// The unit whose due dates it shows; `nil` for all that are watched.
  public let unit: RegionCode?
  /// The day on which it was made.
  public let since: CivilDate
  /// Who made it.
  public let maker: String
  /// The SHA-256 of its secret, in 64 lower-case hexadecimal digits.
  let print: String

  /// The longest name, in bytes.
  public static let longestName = 100

  /// Whether a text can be what one is called.
  public static func isName(_ text: String) -> Bool {
    !text.isBlank && text == text.printable && text.utf8.count <= longestName
  }
}
