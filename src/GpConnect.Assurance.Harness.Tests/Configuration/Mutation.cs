namespace GpConnect.Assurance.Harness.Tests.Configuration;

/// <summary>Spoils bytes at random.</summary>
internal static class Mutation
{
    public static byte[] Of(byte[] seed, Random random)
    {
        var bytes = seed.ToList();
        for (var change = random.Next(1, 5); change > 0; change--)
        {
            var position = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[position] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(position, Math.Min(random.Next(20), bytes.Count - position - 1));
                    break;
                case 2:
                    bytes.InsertRange(position, Enumerable.Range(0, random.Next(40)).Select(_ => (byte)random.Next(256)));
                    break;
                default:
                    bytes.InsertRange(position, bytes.GetRange(0, random.Next(bytes.Count)));
                    break;
            }
        }

        return [.. bytes];
    }
}
