/// The head of an office's letters (kop naskah dinas), as far as the office writes it itself.
public struct Letterhead: Hashable, Sendable {
  /// The government in the first line: `PEMERINTAH KABUPATEN TAPIN`; `nil` for that of the region table.
  public let government: String?
  /// The office in the second line; `nil` for the name of the kecamatan.
  public let office: String?
  /// The address without the postcode; `nil` leaves a line to fill in.
  public let address: String?
  /// The telephone number.
  public let telephone: String?
  /// The postcode, five digits.
  public let postcode: String?
  /// The address for mail over the Internet.
  public let email: String?
  /// The place in front of the date of a letter; `nil` leaves a line to fill in.
  public let place: String?
  /// The file of the emblem, relative to the workspace.
  public let logo: String?

  /// Creates a head; what is left out is written by the units' names, or filled in by hand.
  public init(
    government: String? = nil, office: String? = nil, address: String? = nil,
    telephone: String? = nil, postcode: String? = nil, email: String? = nil, place: String? = nil,
    logo: String? = nil
  ) {
    self.government = government
    self.office = office
    self.address = address
    self.telephone = telephone
    self.postcode = postcode
    self.email = email
    self.place = place
    self.logo = logo
  }
}
