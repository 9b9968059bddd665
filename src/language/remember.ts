/**
 * The same function, with answers remembered: for pure functions of short texts that come up again and again.
 * In: the function, and how many answers to keep; when that many are kept it begins anew.
 */
export function remember<Answer>(compute: (text: string) => Answer, most: number): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as Answer;
    if (answers.size >= most) answers.clear();
    const answer = compute(text);
    answers.set(text, answer);
    return answer;
  };
}
