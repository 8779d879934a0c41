namespace SayNo.Content.Tests.Translating;

/// <summary>
/// Rule 3, whatever people do: 10,000 random acts, and after each "outdated" is what a model says that knows every paragraph by name
/// and remembers which wording of it the translator saw.
/// </summary>
public sealed class OutdatedRandomActsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Outdated_never_lies(int seed)
    {
        var acts = 0;

        for (var round = 0; acts < 2500; round++)
        {
            var run = new OutdatedRandomRun((seed * 1000) + round);

            for (var act = 0; act < 60; act++, acts++)
            {
                run.Act();
                Assert.True(run.Lie is null, $"seed {seed}, round {round}, act {act}: {run.Lie}\n{string.Join('\n', run.Story)}");
            }
        }
    }
}
