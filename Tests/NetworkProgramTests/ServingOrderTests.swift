import CivilCalendar
import NetworkProgram
import SystemPackage
import Testing

/// What one program tells the other to serve.
struct ServingOrderTests {
  private static let order = ServingOrder(
    folder: "/srv/kantor kita", data: "/usr/share/tenggat", host: "127.0.0.1", port: 8617)

  @Test func `an order reads back as it was written`() throws {
    var dated = Self.order
    dated.today = try CivilDate("2026-03-31")
    for order in [Self.order, dated] {
      #expect(ServingOrder(arguments: order.arguments) == order)
    }
  }

  @Test(arguments: [(0, true), (65_535, true), (-1, false), (65_536, false)])
  func `only a port that there is is taken`(port: Int, isTaken: Bool) {
    var order = Self.order
    order.port = port
    #expect((ServingOrder(arguments: order.arguments) != nil) == isTaken)
  }

  @Test func `all that can be said reads back as it was written`() throws {
    var order = Self.order
    order.host = "0.0.0.0"
    order.names = ["kantor.contoh.go.id", "kantor"]
    order.proxies = ["10.0.0.1", "fd00::1"]
    order.base = "/tenggat"
    order.certificate = ServingOrder.Certificate("/etc/a=b.pem", key: "/etc/kunci.pem")
    order.log = "-"
    #expect(ServingOrder(arguments: order.arguments) == order)
  }

  @Test(arguments: [
    ("127.0.0.1", false), ("::1", false), ("localhost", false), ("0.0.0.0", true),
    ("192.168.1.2", true),
  ])
  func `what others can reach has to be encrypted`(host: String, isExposed: Bool) {
    var order = Self.order
    order.host = host
    #expect(order.isExposed == isExposed)
    #expect((ServingOrder(arguments: order.arguments) != nil) == !isExposed)
    order.proxies = ["127.0.0.1"]
    #expect(order.isExposed)
    #expect(ServingOrder(arguments: order.arguments) == order)
  }

  @Test func `a name for others exposes the pages too`() {
    var order = Self.order
    order.names = ["kantor.contoh.go.id"]
    #expect(ServingOrder(arguments: order.arguments) == nil)
    order.certificate = ServingOrder.Certificate("c.pem", key: "k.pem")
    #expect(ServingOrder(arguments: order.arguments) == order)
  }

  @Test(arguments: [
    [], ["kirim"], ["layani"], Array(order.arguments.dropLast()), order.arguments + [""],
    order.arguments + ["port=1"], order.arguments + ["sandi=x"], order.arguments + ["dasar"],
    order.arguments + ["sertifikat=c.pem"], order.arguments + ["kunci=k.pem"],
  ])
  func `other arguments are no order`(arguments: [String]) {
    #expect(ServingOrder(arguments: arguments) == nil)
  }

  @Test func `a day that is none is refused, not passed over`() {
    #expect(ServingOrder(arguments: Self.order.arguments + ["hari-ini=kemarin"]) == nil)
  }

  @Test func `the other program lies beside this one, or in libexec`() {
    #expect(
      NetworkProgram.places(beside: "/usr/bin/tenggat").map(\.string)
        == ["/usr/bin/tenggat-jaringan", "/usr/libexec/tenggat/tenggat-jaringan"])
  }
}
