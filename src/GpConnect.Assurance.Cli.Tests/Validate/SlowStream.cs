using System.Text;

namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>Standard input that keeps its reader waiting before the first byte.</summary>
internal sealed class SlowStream(string text, TimeSpan delay) : MemoryStream(Encoding.UTF8.GetBytes(text))
{
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (Position == 0)
        {
            Thread.Sleep(delay);
        }

        return base.Read(buffer, offset, count);
    }
}
