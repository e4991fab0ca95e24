export { formatCell } from '../../crawler/core/csv.ts';
