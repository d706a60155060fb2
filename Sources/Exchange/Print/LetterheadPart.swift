internal import Answers
package import ComplianceModel
internal import PlainText
package import Workspace
internal import Wording

/// The head of a page that an office gives out: its government, its name, where it is.
package struct LetterheadPart {
  package let letterhead: Letterhead
  package let logo: LetterLogo?
  package let kecamatan: Kecamatan

  /// Describes a head.
  package init(letterhead: Letterhead, logo: LetterLogo?, kecamatan: Kecamatan) {
    self.letterhead = letterhead
    self.logo = logo
    self.kecamatan = kecamatan
  }

  /// A line to fill in by hand.
  package static let blank: HTMLText = "<span class=\"isian\"></span>"
  /// A short one.
  package static let shortBlank: HTMLText = "<span class=\"isian pendek\"></span>"

  /// The head.
  package var html: HTMLText {
    let image: HTMLText =
      logo.map {
        "<img class=\"logo\" alt=\"\" src=\"data:\($0.mediaType);base64,\(Base64.encode($0.bytes))\">\n"
      } ?? ""
    return """
      <header class="kop\(logo == nil ? "" : " berlogo")">
      \(image)<p>\(government)</p>
      <p class="kantor">\(text.office)</p>
      \(address)
      </header>
      """
  }

  /// The place in front of a date; a line to fill in where the office does not say it.
  package var place: HTMLText { letterhead.place.map { "\($0)" } ?? Self.shortBlank }

  private var text: LetterheadText { LetterheadText(letterhead, kecamatan) }

  /// The government in the first line; a line to fill in where nothing names it.
  private var government: HTMLText {
    text.government.map { "\($0)" } ?? "\(text.governmentKind) \(Self.blank)"
  }

  private var address: HTMLText {
    let street: HTMLText =
      letterhead.address.map { "\($0)" } ?? "Alamat: <span class=\"isian lebar\"></span>"
    let email: HTMLText = text.email.map { "\n<p class=\"alamat\">\($0)</p>" } ?? ""
    let parts = [street] + text.contacts.map { ", \($0)" as HTMLText }
    return "<p class=\"alamat\">\(HTMLText.joined(parts))</p>\(email)"
  }

  /// How the head and the lines to fill in look.
  package static let style: HTMLText = """
    .kop { position: relative; text-align: center; border-bottom: 1mm double #000; padding-bottom: 2mm;
      margin-bottom: 5mm; }
    .kop p { margin: 0; font-size: 13pt; font-weight: bold; }
    .kop .kantor { font-size: 16pt; }
    .kop .alamat { font-size: 10pt; font-weight: normal; margin-top: 1mm; }
    .kop.berlogo { min-height: 24mm; padding-left: 25mm; padding-right: 25mm; }
    .kop .logo { position: absolute; left: 0; top: 0; width: 22mm; height: 22mm; object-fit: contain; }
    .isian { display: inline-block; min-width: 45mm; height: 1em; border-bottom: 0.3mm dotted #000; }
    .isian.pendek { min-width: 28mm; }
    .isian.lebar { min-width: 110mm; }
    """
}
