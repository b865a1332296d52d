using System.Text.Json.Nodes;
using GpConnect.Assurance.Fhir;
using GpConnect.Assurance.Harness.Client;
using GpConnect.Assurance.Harness.Consumers;

namespace GpConnect.Assurance.Harness.Steps.Appointments;

/// <summary>The Appointment in the body of a booking, an amendment or a cancellation, and what a scenario alters in it.</summary>
public sealed class SentAppointment(Consumer consumer)
{
    private readonly List<Action<JsonObject>> _alterations = [];

    /// <summary>Whether the body breaks off in the middle.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Whether the body is sent in chunks, without saying how long it is.</summary>
    public bool IsChunked { get; set; }

    /// <summary>True where nothing is altered, so that the provider has no reason to refuse it.</summary>
    public bool IsSound => !IsCutOff && _alterations.Count == 0;

    /// <summary>What was sent last, with its alterations.</summary>
    public JsonObject Body { get; private set; } = [];

    /// <summary>Alters what is sent from now on.</summary>
    public void Alter(Action<JsonObject> alteration) => _alterations.Add(alteration);

    /// <summary>Puts the resource into a request, altered and in the format asked for.</summary>
    public void Put(GpConnectRequest request, JsonObject appointment)
    {
        Body = appointment;
        _alterations.ForEach(alter => alter(Body));
        var bytes = consumer.MediaType == FhirMediaType.Xml ? FhirXmlWriter.Write(Body) : FhirJsonWriter.Write(Body);
        request.WithBody(IsCutOff ? bytes[..(bytes.Length / 2)] : bytes, IsChunked);
    }
}
