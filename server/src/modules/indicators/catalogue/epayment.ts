import { shareOfPeople, type HouseholdIndicator } from './definition.js';

/** Plan II.2: "dân số từ 18 tuổi trở lên có tài khoản ngân hàng và thường xuyên giao dịch thanh toán điện tử đạt trên 80%". */
export const epayment: HouseholdIndicator = {
  code: 'EPAYMENT',
  nameVi: 'Người từ 18 tuổi có tài khoản ngân hàng và thường xuyên thanh toán điện tử',
  nameEn: 'Adults with a bank account who regularly pay electronically',
  shortVi: 'Thanh toán điện tử',
  shortEn: 'E-payment',
  numeratorVi: 'Số người từ 18 tuổi vừa có tài khoản vừa thường xuyên thanh toán điện tử',
  numeratorEn: 'Adults with an account and regular electronic payment',
  denominatorVi: 'Số người từ 18 tuổi trở lên của các hộ',
  denominatorEn: 'Adults of 18 and over in the households',
  grains: ['VILLAGE', 'COMMUNE'],
  source: 'VISITS',
  formulaVersion: 1,
  ...shareOfPeople('adults_with_epayment', 'adults'),
};
