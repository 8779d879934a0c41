using SayNo.Admin.Comparing;

namespace SayNo.Web.Tests.Admin.Comparing;

public sealed class ChangedRunTests
{
    [Theory]
    [InlineData("Call 116 111 now", "Call 116 123 now", "Call 116 -111-+123+ now")]
    [InlineData("", "New text", "+New text+")]
    [InlineData("Old text", "", "-Old text-")]
    [InlineData("", "", "")]
    [InlineData("Same\n", "Same\n", "Same\n")]
    [InlineData("a b c d", "x b y d", "-a-+x+ b -c-+y+ d")]
    [InlineData("a b", "a b c", "a b+ c+")]
    [InlineData("b c", "a b c", "+a +b c")]
    [InlineData("Malta Police Force", "A line", "-Malta Police Force-+A line+")]
    [InlineData("one two three", "four five three", "-one two-+four five+ three")]
    [InlineData("уязвимость 1", "уязвимость 2", "уязвимость -1-+2+")]
    public void Both_texts_stand_in_one_with_what_was_taken_out_before_what_was_put_in(string before, string after, string shown) =>
        Assert.Equal(shown, string.Concat(ChangedRun.Of(before, after).Select(Shown)));

    [Fact]
    public void Nothing_of_either_text_is_lost_whatever_they_say()
    {
        var random = new Random(20261122);
        const string Signs = "ab \n.é😀ا";

        for (var i = 0; i < 500; i++)
        {
            var (before, after) = (Text(random, Signs), Text(random, Signs));
            var runs = ChangedRun.Of(before, after);

            Assert.Equal(before, string.Concat(runs.Where(run => run.Kind != ChangeOfText.Added).Select(run => run.Text)));
            Assert.Equal(after, string.Concat(runs.Where(run => run.Kind != ChangeOfText.Removed).Select(run => run.Text)));
        }
    }

    private static string Text(Random random, string signs) =>
        string.Concat(random.GetItems(signs.EnumerateRunes().ToArray(), random.Next(30)).Select(rune => rune.ToString()));

    private static string Shown(ChangedRun run) => run.Kind switch
    {
        ChangeOfText.Removed => $"-{run.Text}-",
        ChangeOfText.Added => $"+{run.Text}+",
        _ => run.Text,
    };
}
