"""The three checkers of draws give the same answer, to the byte, to every package of draw_packages.py.

Usage: draw_differential_test.py GONGSHI VERIFY.MJS VERIFY.PY [--seed N] [--only TEXT] [--keep FOLDER]; `-` instead of a path leaves that checker out.

Every package is written to a temporary folder and given to each checker with --json: exit status and output are held
against each other and against what the generator expects. One difference is permitted, and its form is checked: only
the checker in JavaScript can judge the BLS signature, where the others say `not checked`.
"""
import argparse
import collections
import concurrent.futures
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from draw_expectation import CHECKS
from draw_packages import packages

SECONDS = 60
MEMORY_KIB = 2 * 1024 * 1024      # address space of the C++ and the Python checker; Node reserves far more than it uses
UNSIGNED = ('没有核对签名：这个数可能是任何人编的；请提供同一轮的随机数，或在浏览器里核验', '你提供的是另一轮的随机数，不能用来核对')
VERDICTS = {0: 'ok', 1: 'fail', 3: 'incomplete'}


def commands(gongshi, script, python):
    """Checker → (words before the folder, words before a slip, whether its memory is limited)."""
    made = {}
    if gongshi != '-':
        made['C++'] = ([gongshi, 'draw', 'verify'], [gongshi, 'draw', 'slip', 'verify'], True)
    if python != '-':
        made['Python'] = ([sys.executable, python], [sys.executable, python, 'slip'], True)
    if script != '-':
        made['JavaScript'] = (['node', script], ['node', script, 'slip'], False)
    return made


def put(path, content):
    if callable(content):
        content(path)
    else:
        path.write_bytes(content)


def write(package, folder):
    """Writes the package below the folder; answers the words that follow the checker's own."""
    place = folder / 'package'
    place.mkdir()
    for name, content in package.files.items():
        put(place / name, content)
    words = [str(place / 'slip.json' if package.slip else place), '--json']
    for option, content in (('beacon', package.beacon), ('series', package.series)):
        if content is not None:
            put(folder / f'{option}.json', content)
            words += [f'--{option}', str(folder / f'{option}.json')]
    if package.slip and "record.json" in package.files:
        words += ["--record", str(place / "record.json")]
    return words + (['--seen', package.seen] if package.seen is not None else [])


def run(command, words, limited):
    """(exit status, output, errors) of a checker; the status is a text when there is none."""
    line = ['sh', '-c', f'ulimit -c 0; {f"ulimit -v {MEMORY_KIB};" if limited else ""} exec "$@"', 'sh', *command, *words]
    try:
        done = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f'nothing within {SECONDS} s', b'', b''
    return done.returncode, done.stdout, done.stderr


def answer_text(checks, digest):
    """The one line of --json of a list of (name, status, detail), and the exit status that goes with it."""
    statuses = [status for _, status, _ in checks]
    code = 1 if 'fail' in statuses else 3 if 'not checked' in statuses else 0
    value = {'checks': [{'detail': detail, 'name': name, 'status': status} for name, status, detail in checks],
             'draw': digest,
             'verdict': VERDICTS[code]}
    return code, json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(',', ':')).encode() + b'\n'


def with_signature(checks, package):
    """The checks of one that can judge the signature, from those of one that cannot."""
    judged = []
    for name, status, detail in checks:
        if name == 'beacon' and status == 'not checked' and detail in UNSIGNED:
            round = json.loads(package.files['record.json'])['beacon']['evidence']['round']
            status, detail = ('ok', f'签名经 drand quicknet 公钥核对无误（第 {round} 轮）') if package.signed else \
                ('fail', '签名不是 drand quicknet 的签名')
        judged.append((name, status, detail))
    return judged


def unwritable_problems(checkers):
    """An answer that cannot be written is status 2, never that of a failed check."""
    package = next(p for p in packages(4) if p.exit in (0, 3) and not p.slip)
    with tempfile.TemporaryDirectory(prefix='draw-') as name, open('/dev/full', 'wb') as full:
        words = write(package, Path(name))
        codes = {checker: subprocess.run([*whole, *words], stdout=full, stderr=subprocess.DEVNULL).returncode
                 for checker, (whole, _, _) in checkers.items()}
    return [f'{checker}: status {code} when its answer cannot be written' for checker, code in codes.items() if code != 2]


def read_answer(out):
    value = json.loads(out)
    return [(check['name'], check['status'], check['detail']) for check in value['checks']], value['draw']


def form_problems(checker, code, out, errors):
    """What is wrong with one checker's answer whatever the package says."""
    if code not in (0, 1, 2, 3):
        return [f'{checker}: {code}; {errors[-300:].decode(errors="replace")}']
    if code == 2:
        problems = [f'{checker}: status 2 with output'] if out else []
        reason = errors.decode(errors='replace')
        if not reason.strip() or 'Traceback' in reason or '\n    at ' in reason:
            problems.append(f'{checker}: status 2 without a reason: {reason[-300:]}')
        return problems
    try:
        checks, digest = read_answer(out)
        if answer_text(checks, digest) != (code, out):
            return [f'{checker}: its output is not in the form of section 9, or not of status {code}: {out[:300].decode()}']
    except (ValueError, KeyError, TypeError):
        return [f'{checker}: status {code} without an answer: {out[:300]} {errors[-300:].decode(errors="replace")}']
    return []


def against_expectation(checker, package, code, checks, digest):
    problems = []
    if package.checks is not None:
        if checks != package.checks:
            problems += [f'{checker}: {got} instead of {wanted}' for got,
                         wanted in zip(checks or ['nothing'], package.checks) if got != wanted] \
                or [f'{checker}: other checks']
    elif code != package.exit:
        problems.append(f'{checker}: status {code} instead of {package.exit}')
    if package.digest and checks and digest != package.digest:
        problems.append(f'{checker}: another D')
    answers = {name: (status, detail) for name, status, detail in checks or []}
    for name, detail in package.fails.items():
        status, said = answers.get(name, ('absent', ''))
        if code != 2 and (status != 'fail' or detail not in (None, said)):
            problems.append(f'{checker}: {name} should fail with {detail}, not {status}: {said}')
    return problems


def judge(package, checkers):
    """Runs the checkers on a package; answers (the answers by checker, the list of problems)."""
    with tempfile.TemporaryDirectory(prefix='draw-') as name:
        words = write(package, Path(name))
        answers = {checker: run(slip if package.slip else whole, words, limited) for checker,
                   (whole, slip, limited) in checkers.items()}
    problems = [p for checker, answer in answers.items() for p in form_problems(checker, *answer)]
    if problems:
        return answers, [p + f' (expected {package.exit})' for p in problems] + [f'{c}: {a[0]} {a[2][-200:].decode(errors="replace").strip()}' for c, a in answers.items()]
    reference = None
    for checker, (code, out, errors) in answers.items():
        checks, digest = read_answer(out) if code != 2 else (None, None)
        expected = package
        if checker == 'JavaScript':
            expected = for_javascript(package)
            if reference and reference[0] != 2:
                judged = with_signature(read_answer(reference[1])[0], package)
                reference = answer_text(judged, read_answer(reference[1])[1])
        if reference and (code, out) != reference:
            problems.append(f'{checker} answers otherwise than the one before:\n    {reference[0]} {shown(reference[1])}\n    {code} {shown(out)} {errors.decode(errors="replace").strip()}')
        problems += against_expectation(checker, expected, code, checks, digest)
        reference = reference or (code, out)
    return answers, problems


def for_javascript(package):
    """The package's expectation for the checker that judges signatures."""
    if package.checks is None:
        return package if package.exit != 3 else package_with(package, exit=None)
    return package_with(package, checks=with_signature(package.checks, package))


def package_with(package, **more):
    changed = type(package)(**vars(package))
    for key, value in more.items():
        setattr(changed, key, value)
    return changed


def shown(out):
    if not out:
        return '-'
    checks, _ = read_answer(out)
    return ' | '.join(f'{name}: {status}: {detail}' for name, status, detail in checks if status != 'ok')


def main():
    parser = argparse.ArgumentParser()
    for name in ('gongshi', 'script', 'python'):
        parser.add_argument(name)
    parser.add_argument('--seed', type=int, default=4)
    parser.add_argument('--only', default='')
    parser.add_argument('--keep', help='a folder in which packages that show a problem are kept')
    parser.add_argument('--fewest', type=int, default=500)
    asked = parser.parse_args()
    checkers = commands(asked.gongshi, asked.script, asked.python)
    counts, failed, held = collections.Counter(), collections.Counter(), collections.Counter()
    different = 0
    chosen = (p for p in packages(asked.seed) if asked.only in p.name)
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        waiting = collections.deque()

        def settle():
            nonlocal different
            package, future = waiting.popleft()
            answers, problems = future.result()
            tally(package, answers, counts, failed, held)
            if problems:
                different += 1
                print(f'draw package {package.name}:', *problems, sep='\n  ', flush=True)
                if asked.keep:
                    keep(package, Path(asked.keep))

        for package in chosen:
            waiting.append((package, pool.submit(judge, package, checkers)))
            if len(waiting) > 4:
                settle()
        while waiting:
            settle()
    for problem in unwritable_problems(checkers):
        different += 1
        print('draw output:', problem, flush=True)
    sys.exit(report(asked, counts, failed, held, different))


def tally(package, answers, counts, failed, held):
    counts['sound' if package.sound else 'broken'] += 1
    counts['slips'] += package.slip
    code, out, _ = next(iter(answers.values()))
    counts[VERDICTS.get(code, 'unreadable')] += 1
    for name, status, _ in read_answer(out)[0] if code in VERDICTS and out else ():
        (failed if status == 'fail' else held)[name] += status != 'not checked'


def keep(package, folder):
    shutil.rmtree(folder / package.name, ignore_errors=True)
    (folder / package.name).mkdir(parents=True)
    write(package, folder / package.name)


def report(asked, counts, failed, held, different):
    """Prints the counts; answers the exit status."""
    total = counts['sound'] + counts['broken']
    print(f'draw differential: {total} packages ({counts["slips"]} of them slips), {counts["sound"]} sound, {counts["broken"]} broken; '
          f'ok {counts["ok"]}, fail {counts["fail"]}, incomplete {counts["incomplete"]}, unreadable {counts["unreadable"]}; '
          f'{different} with a difference')
    print('draw differential: ' + ', '.join(f'{name} failed {failed[name]} ok {held[name]}' for name in (*CHECKS, 'slip')))
    if asked.only:
        return different > 0
    untried = [name for name in (*CHECKS, 'slip') if not failed[name] or not held[name]]
    if untried:
        print(f'draw differential: never both ok and failed: {", ".join(untried)}')
    if total < asked.fewest or counts['sound'] * 3 < total:
        print("draw differential: too few packages, or less than a third of them sound")
        return 1
    return 1 if different or untried else 0


if __name__ == '__main__':
    main()
