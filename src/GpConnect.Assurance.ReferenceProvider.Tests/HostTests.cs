using System.Net;
using System.Net.Sockets;
using GpConnect.Assurance.ReferenceProvider.Defects;

namespace GpConnect.Assurance.ReferenceProvider.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task It_listens_on_a_free_loopback_port()
    {
        await using var host = await ReferenceProviderHost.StartAsync();

        host.BaseUrl.Host.Should().Be("127.0.0.1");
        host.BaseUrl.Port.Should().BePositive();
        host.BaseUrl.AbsolutePath.Should().Be("/GPC001/STU3/1/gpconnect");
    }

    [Fact]
    public async Task It_stops_listening_when_disposed_of()
    {
        var host = await ReferenceProviderHost.StartAsync();
        var consumer = new Consumer(host);
        (await consumer.GetMetadata()).Status.Should().Be(200);

        await host.DisposeAsync();

        using var client = new TcpClient();
        var connect = () => client.ConnectAsync(IPAddress.Loopback, consumer.BaseUrl.Port);
        await connect.Should().ThrowAsync<SocketException>();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_to_be()
    {
        await using var host = await ReferenceProviderHost.StartAsync();

        var again = () => ReferenceProviderHost.StartAsync(new() { Port = host.BaseUrl.Port });

        await again.Should().ThrowAsync<IOException>().WithMessage("*address already in use*");
    }

    [Fact]
    public async Task Practices_stand_side_by_side_each_with_its_own_state_and_defects()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new()
        {
            Practices = [new(), new() { OdsCode = "GPC002", Asid = "999000000002", Defects = [DefectCatalogue.Find("GPD-API-001")] }],
        });
        var added = host.AddPractice(new() { OdsCode = "GPC003" });
        var sound = new Consumer(host);
        var defective = new Consumer(host, "GPC002");

        host.BaseUrlOf("GPC003").Should().Be(added);
        host.Practices.Should().BeEquivalentTo("GPC001", "GPC002", "GPC003");
        (await sound.ReadPatient("registered")).Headers.Should().ContainKey("ETag");
        (await defective.ReadPatient("registered")).Headers.Should().NotContainKey("ETag");
        (await new Consumer(host, "GPC003").FindPatient("registered")).Entries.Should().ContainSingle();

        await defective.FindPatient("untraced-same-birth-date");
        (await VersionOf(defective)).Should().Be("2");
        (await VersionOf(sound)).Should().Be("1");

        static async Task<string> VersionOf(Consumer consumer) =>
            (await consumer.ReadPatient("untraced-same-birth-date")).Json["meta"]!["versionId"]!.GetValue<string>();
    }

    [Fact]
    public async Task An_ODS_code_is_taken_once_and_fits_a_URL()
    {
        await using var host = await ReferenceProviderHost.StartAsync();

        host.Invoking(it => it.AddPractice(new())).Should().Throw<ArgumentException>().WithMessage("*already served*");
        host.Invoking(it => it.AddPractice(new() { OdsCode = "a/b" })).Should().Throw<ArgumentException>().WithMessage("*letters and digits*");
    }

    [Fact]
    public async Task A_practice_that_is_switched_off_denies_access()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new() { Practices = [new() { IsEnabled = false }] });

        (await new Consumer(host).FindPatient("registered")).Error.Should().Be("403 ACCESS DENIED");
    }

    [Fact]
    public async Task The_clock_decides_what_has_expired()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new() { Clock = new LaterClock() });

        (await new Consumer(host).GetMetadata()).Error.Should().Be("400 BAD_REQUEST");
    }

    [Fact]
    public async Task Where_pages_differ_either_reading_can_be_served()
    {
        await using var host = await ReferenceProviderHost.StartAsync(new()
        {
            Practices = [new() { Readings = Enum.GetValues<Reading>().ToHashSet() }],
        });
        var consumer = new Consumer(host);
        var registered = consumer.TestData.Patients["registered"];

        var missing = await consumer.GetMetadata(request => request.Headers.Authorization = null);
        missing.Status.Should().Be(401);
        missing.Headers["WWW-Authenticate"].Should().Be("Bearer");
        var expired = await consumer.GetMetadata(token: token => token.Claims["exp"] = 1);
        expired.Status.Should().Be(401);
        expired.Headers["WWW-Authenticate"].Should().Be("Bearer error=\"invalid_token\"");
        (await consumer.ReadPatient("registered", request => request.Method = HttpMethod.Delete)).Error.Should().Be("405 BAD_REQUEST");
        (await consumer.FindPatient("sensitive")).Entries.Should().BeEmpty();
        var read = await consumer.ReadPatient("registered", request => SspHeaderTests.Change(request, "If-None-Match", "W/\"5\""));
        read.Status.Should().Be(200);
        read.Headers.Should().NotContainKey("Content-Location");
        (await consumer.FindPatient("registered", token: token => token.Claims["requested_scope"] = "organization/*.read")).Status.Should().Be(200);
        (await consumer.FindPatient("registered", token: token => token.Claims["aud"] = "https://other.example.org")).Status.Should().Be(200);
        (await consumer.FindPatient("registered", token: token => token.Claims["sub"] = "another")).Status.Should().Be(200);
        (await consumer.FindPatient("registered", token: token => token.Claims["requesting_device"]!.AsObject().Remove("model"))).Status.Should().Be(200);
        (await consumer.FindPatient("registered", token: token => token.Claims.Remove("iat"))).Status.Should().Be(200);
        (await consumer.Get($"Patient?identifier={registered.NhsNumber}", Consumer.Search("patient"), "patient/*.read"))
            .Entries.Should().ContainSingle();
    }

    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddMinutes(6);
    }
}
