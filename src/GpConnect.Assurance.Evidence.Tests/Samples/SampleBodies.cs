namespace GpConnect.Assurance.Evidence.Tests.Samples;

/// <summary>Response bodies of the sample run.</summary>
internal static class SampleBodies
{
    public const string Patient = """
        {
          "resourceType": "Patient",
          "id": "2",
          "meta": {
            "versionId": "636064088100870233",
            "profile": ["https://fhir.nhs.uk/STU3/StructureDefinition/CareConnect-GPC-Patient-1"]
          },
          "identifier": [
            {
              "system": "https://fhir.nhs.uk/Id/nhs-number",
              "value": "900000000"
            }
          ],
          "name": [{ "use": "official", "family": "JACKSON", "given": ["Jane"] }],
          "gender": "female",
          "birthDate": "1952-05-31"
        }

        """;

    /// <summary>Without line breaks, as most providers send it.</summary>
    public const string Bundle = """{"resourceType":"Bundle","type":"searchset","total":1,"entry":[{"resource":{"resourceType":"Patient","id":"2","meta":{"versionId":"636064088100870233"},"identifier":[{"extension":[],"system":"https://fhir.nhs.uk/Id/nhs-number","value":"9000000009"}],"name":[{"use":"official","family":"O\"NEIL","given":["Jane"]}],"gender":"Female"}}]}""";

    public const string PatientXml = """<?xml version="1.0" encoding="UTF-8"?><Patient xmlns="http://hl7.org/fhir"><id value="2"/><meta><versionId value="636064088100870233"/></meta><name><use value="official"/><family value="JACKSON"/></name><text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml"><p>Jane <b>Jackson</b></p></div></text></Patient>""";

    /// <summary>What a provider might answer that means harm: it ends elements, asks for images, runs script and turns the text around.</summary>
    public const string Hostile = """
        <!DOCTYPE html><html><body></pre></details></script><script>document.title='owned'</script>
        <img src="https://evil.example/pixel.png" onerror="document.title='owned'"><style>body{display:none}</style>
        <a href="javascript:document.title='owned'">click</a> ]]> --> {{constructor}}
        """ + "\u202Edrowssap\u202C \u0000\u0007\u001B[31m \u0085 \u2028 سلام עולם \uFEFF end";
}
