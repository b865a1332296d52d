using System.Globalization;
using System.Security.Cryptography;

namespace GpConnect.Assurance.Harness.Run;

/// <summary>Names a run: sorts by time, and two runs of one second differ.</summary>
public static class RunId
{
    public static string New(DateTimeOffset started) =>
        $"{started.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}-{RandomNumberGenerator.GetHexString(4, lowercase: true)}";
}
